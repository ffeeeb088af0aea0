"""Lists of participles for `passive`. Add what the checker misses, or what it takes for one wrongly."""

IRREGULAR = frozenset(
    """
begun bitten blown bought bound broadcast brought built burnt caught chosen cut dealt drawn driven eaten fed felt flown
forbidden forgotten forgiven fought found frozen given ground grown held hidden hit hung kept laid learnt led lent let lit made
misled misunderstood overheard overlooked overridden overseen paid proven put quoted read rebuilt resent ridden rewritten
rung said seen sent sewn shaken shared shot shown shut sold sought spent spoken spread sprung stolen struck stuck
sung sworn swept taken taught thought thrown told torn undertaken understood upheld withdrawn withheld won worn woven written
""".split()  # noqa: SIM905 - one long list reads better as text
)
"""Those that do not end in ‘-ed’."""

NO_PARTICIPLE = frozenset(
    """
bed bleed breed embed exceed feed greed hatred heed hundred indeed kindred naked need proceed red sacred seed shed speed succeed
ted weed wicked
""".split()  # noqa: SIM905 - one long list reads better as text
)
"""Words that only look like one."""

STATES = frozenset(
    """
aged agreed aimed allowed alarmed amazed annoyed armed ashamed attached based blessed bored born bound broken called cleared closed
committed complicated concerned confused connected convinced crowded damaged dated dedicated delayed delighted designed
detailed determined disabled disappointed disgusted divided divorced done dressed educated embarrassed engaged entitled
established excited exhausted expected experienced finished fixed focused frightened frustrated gone horrified impressed
inclined informed intended interested involved isolated known learned limited located locked lost made married meant mistaken mixed
motivated named needed numbered obliged occupied opposed organised outdated outraged overwhelmed packed
pleased prepared puzzled qualified ready registered related relaxed relieved reserved retired rooted satisfied scared shocked
shut situated skilled spread stressed stuck suited supposed surprised surrounded tempted terrified tied tired troubled trusted
united upset used varied wanted wasted welcomed worried wounded
""".split()  # noqa: SIM905 - one long list reads better as text
)
"""What mostly says how something is (‘is closed’, ‘are worried’): passive only with who did it."""

HAPPENS = frozenset(
    """
abused assaulted attacked beaten blackmailed bullied cyberbullied discriminated doxed excluded exploited harassed heard hurt
ignored injured insulted intimidated invited killed left mistreated mocked named offended raped ridiculed stalked
stereotyped targeted threatened treated victimised
""".split()  # noqa: SIM905 - one long list reads better as text
)
"""What happens to somebody: there the passive is right, for that person matters more than who did it."""
