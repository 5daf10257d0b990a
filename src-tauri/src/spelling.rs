//! Spell checking, where the system has a dictionary.
//!
//! WebView2 and WKWebView look at what the page says is Swedish by themselves, with the system's dictionaries. WebKitGTK has to
//! be asked, and takes those that Enchant finds.

use tauri::WebviewWindow;

/// Lets the web view check the spelling. Without a dictionary nothing is marked.
#[cfg(target_os = "linux")]
pub fn turn_on(window: &WebviewWindow) {
    use webkit2gtk::{WebContextExt, WebViewExt};

    const LANGUAGE: &str = "sv_SE";
    // A window whose view cannot be had writes as well, only unchecked.
    let _ = window.with_webview(|view| {
        if let Some(context) = view.inner().context() {
            context.set_spell_checking_languages(&[LANGUAGE]);
            context.set_spell_checking_enabled(true);
        }
    });
}

/// Does nothing: the web view does it by itself.
#[cfg(not(target_os = "linux"))]
pub fn turn_on(_: &WebviewWindow) {}
