// What the bar for a lost connection does. It never covers the page: what is on screen can still be read.
const state = document.getElementById("components-reconnect-modal");
const bar = state.parentElement;

// The server answers but no longer knows this visitor. The address says which run they watched: loading it finds that.
function reload() {
  location.reload();
}

async function retry() {
  try {
    const isBack = (await Blazor.reconnect()) || (await Blazor.resumeCircuit());
    if (!isBack) {
      reload();
    }
  } catch {
    // Still no server: the bar stays, with its buttons.
  }
}

state.addEventListener("components-reconnect-state-changed", (event) => {
  if (event.detail.state === "rejected") {
    reload();
  }
});

bar.addEventListener("click", (event) => {
  const action = event.target.dataset.reconnect;
  if (action === "retry") {
    retry();
  } else if (action === "reload") {
    reload();
  }
});

document.addEventListener("visibilitychange", () => {
  if (!document.hidden && state.classList.contains("components-reconnect-failed")) {
    retry();
  }
});
