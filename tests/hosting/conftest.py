"""Real servers of Debian on the built site, with the settings that this project gives to who puts it online."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
NGINX = """\
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  gzip on;  # as Debian has it
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  {ours}
}}
"""
APACHE = """\
ServerRoot /etc/apache2
PidFile {folder}/pid
ErrorLog {folder}/error.log
Mutex file:{folder}
Listen 127.0.0.1:{port}
ServerName 127.0.0.1
IncludeOptional mods-available/mpm_event.load
{modules}
<Directory {folder}/site>
  AllowOverride All
  Require all granted
</Directory>
DocumentRoot {folder}/site
<FilesMatch "^\\.ht">
  Require all denied
</FilesMatch>
"""
MODULES = ("authz_core", "dir", "mime", "headers", "rewrite", "filter", "deflate", "alias")
"""What a Debian server has, with what our `.htaccess` asks for, and the compression on the fly that must not add to ours."""


class Host:
    """A server under test: its address, and what it answers."""

    def __init__(self, port: int) -> None:
        self.port, self.url = port, f"http://127.0.0.1:{port}"

    def ask(self, path: str, accept: str = "") -> tuple[int, dict[str, str], bytes]:
        """Status, headers (names in lower case) and the bytes as they came over the wire."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.request("GET", path, headers={"Accept-Encoding": accept} if accept else {})
            reply = connection.getresponse()
            headers: dict[str, str] = {}
            for name, value in reply.getheaders():  # what comes twice must show
                headers[name.lower()] = f"{headers[name.lower()]}, {value}" if name.lower() in headers else value
            return reply.status, headers, reply.read()


def free_port() -> int:
    """A port that nothing listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[Host]:
    """A server from its command, from the moment that it answers; it must still be there then."""
    with log.open("w") as output, subprocess.Popen(command, stdout=output, stderr=output) as process:
        for _ in range(600):
            assert process.poll() is None, log.read_text()
            with closing(socket.socket()) as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield Host(port)
        process.terminate()


def with_nginx(folder: Path) -> tuple[list[str], int]:
    """The command for nginx with hosting/nginx.conf, adapted where that file says so; and its port."""
    port = free_port()
    ours = (ROOT / "hosting/nginx.conf").read_text(encoding="utf-8")
    for there, here in {
        "listen 80;": f"listen 127.0.0.1:{port};",
        "root /var/www/wegwijzer;": f'root "{SITE}";',
        "# brotli_static on;": "brotli_static on;",
    }.items():
        assert ours.count(there) == 1
        ours = ours.replace(there, here)
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, ours=ours), encoding="utf-8")
    return ["/usr/sbin/nginx", "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")], port


def with_apache(folder: Path) -> tuple[list[str], int]:
    """The command for Apache on the site with its own `.htaccess`; and its port."""
    port = free_port()
    (folder / "site").symlink_to(SITE)
    configured = [f"IncludeOptional mods-available/{name}.{kind}" for name in MODULES for kind in ("load", "conf")]
    text = APACHE.format(folder=folder, port=port, modules="\n".join(configured))
    (folder / "apache.conf").write_text(text, encoding="utf-8")
    return ["/usr/sbin/apache2", "-d", "/etc/apache2", "-f", str(folder / "apache.conf"), "-DFOREGROUND"], port


@pytest.fixture(scope="session", params=["nginx", "apache2"])
def host(request, tmp_path_factory) -> Iterator[Host]:
    """Each of the servers, serving site/."""
    subprocess.run([ROOT / "scripts/setup.sh", request.param], check=True)
    folder = tmp_path_factory.mktemp(request.param)
    folder.chmod(0o755)
    command, port = (with_nginx if request.param == "nginx" else with_apache)(folder)
    with running(command, port, folder / "output.log") as serving:
        yield serving
