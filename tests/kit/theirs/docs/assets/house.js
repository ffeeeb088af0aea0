document.documentElement.dataset.house = "elm";
