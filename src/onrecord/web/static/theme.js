// The colours that were chosen here before, set before anything is painted.
document.documentElement.classList.add("js");
try {
  const chosen = localStorage.getItem("onrecord-colours");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage may be forbidden: then the system's colours are shown.
}
