//! The one window and what it may not do.

use tauri::{
    App, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    webview::{NewWindowResponse, PageLoadEvent},
};

use crate::view::WorkspaceView;

/// The window's label, which capabilities/main.json names too.
pub const MAIN: &str = "main";

const TITLE: &str = "Missiv";

/// Opens the window. It is shown when its page is there, so that it does not flash white.
pub fn open(app: &App) -> tauri::Result<WebviewWindow> {
    WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title(TITLE)
        .inner_size(1280.0, 860.0)
        .min_inner_size(640.0, 480.0)
        .visible(false)
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                let _ = window.show();
            }
        })
        .build()
}

/// Names the open workspace in the window's title, before the program's name as the platforms want it.
pub fn entitle(window: &WebviewWindow, workspace: Option<&WorkspaceView>) {
    let title = match workspace {
        Some(workspace) => format!("{} – {TITLE}", workspace.name),
        None => TITLE.to_owned(),
    };
    // A window that is closing has no title to set, and nothing is lost.
    let _ = window.set_title(&title);
}

/// Whether an address is the program's own page; the window goes nowhere else.
fn is_own(url: &Url) -> bool {
    matches!(
        (url.scheme(), url.host_str()),
        ("tauri", _) | ("http" | "https", Some("tauri.localhost"))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_stays_on_its_own_pages() {
        let goes = |address: &str| is_own(&address.parse().unwrap());
        assert!(goes("tauri://localhost/"));
        assert!(goes("http://tauri.localhost/index.html"));
        assert!(!goes("https://example.org/"));
        assert!(!goes("http://localhost:1420/"));
        assert!(!goes("file:///etc/passwd"));
        assert!(!goes("data:text/html,hej"));
    }
}
