//! The one window and what it may not do.

use std::{sync::Mutex, thread, time::Duration};

use tauri::{
    App, LogicalSize, Manager, Monitor, PhysicalPosition, PhysicalSize, Size, Url, WebviewUrl,
    WebviewWindow, WebviewWindowBuilder, WindowEvent,
    webview::{NewWindowResponse, PageLoadEvent},
};

use crate::{
    App as Shared,
    place::{Area, Place, Places},
    spelling,
    view::WorkspaceView,
};

/// The window's label, which capabilities/main.json names too.
pub const MAIN: &str = "main";

const TITLE: &str = "Missiv";

/// The least that the views fit into, in CSS pixels.
const LEAST: (f64, f64) = (640.0, 480.0);

/// How long a page that is to be closed may take to answer. Then it is no longer waited for: a window that cannot be
/// closed is worse.
const PATIENCE: Duration = Duration::from_secs(5);

/// Opens the window, where it stood last if that can be seen. It is shown when its page is there, so that it does not
/// flash white.
pub fn open(
    app: &App,
    places: Option<Places>,
    last: Option<Place>,
) -> tauri::Result<WebviewWindow> {
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title(TITLE)
        .inner_size(1280.0, 860.0)
        .min_inner_size(LEAST.0, LEAST.1)
        .visible(false)
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                let _ = window.show();
            }
        })
        .build()?;
    spelling::turn_on(&window);
    show_at(&window, window.state::<Shared>().zoom.percent());
    let screens = window.available_monitors().unwrap_or_default();
    let screens: Vec<Area> = screens.iter().map(area_of).collect();
    if let Some(place) = last.filter(|place| place.is_on(&screens)) {
        put(&window, place);
    }
    watch(&window, places, last);
    #[cfg(feature = "scripted")]
    crate::scripted::close_when_told(&window);
    Ok(window)
}

fn area_of(screen: &Monitor) -> Area {
    Area {
        x: screen.position().x,
        y: screen.position().y,
        width: screen.size().width,
        height: screen.size().height,
    }
}

/// A window that cannot be placed stands where the system puts it.
fn put(
    window: &WebviewWindow,
    Place {
        area, maximised, ..
    }: Place,
) {
    let scale = window.scale_factor().unwrap_or(1.0);
    let least: PhysicalSize<u32> = LogicalSize::new(LEAST.0, LEAST.1).to_physical(scale);
    let width = area.width.max(least.width);
    let height = area.height.max(least.height);
    let _ = window.set_size(Size::Physical(PhysicalSize { width, height }));
    let _ = window.set_position(PhysicalPosition::new(area.x, area.y));
    if maximised {
        let _ = window.maximize();
    }
}

/// Remembers where the window stands, and lets its page write what is not written before it closes.
fn watch(window: &WebviewWindow, places: Option<Places>, last: Option<Place>) {
    let own = window.clone();
    let area = Mutex::new(last.map(|place| place.area));
    window.on_window_event(move |event| match event {
        WindowEvent::Resized(_) | WindowEvent::Moved(_) => {
            if let (Some(now), Ok(mut area)) = (area_now(&own), area.lock()) {
                *area = Some(now);
            }
        }
        WindowEvent::CloseRequested { api, .. } => {
            let area = area.lock().map_or(None, |area| *area);
            if let (Some(places), Some(area)) = (&places, area) {
                let maximised = own.is_maximized().unwrap_or_default();
                let zoom = own.state::<Shared>().zoom.percent();
                places.put(&Place {
                    area,
                    maximised,
                    zoom,
                });
            }
            if own.state::<Shared>().wishes.close() {
                api.prevent_close();
                give_up_on(own.clone());
            }
        }
        _ => {}
    });
}

/// Where the window stands; nothing while it fills a screen or is put away.
fn area_now(window: &WebviewWindow) -> Option<Area> {
    if window.is_maximized().ok()? || window.is_minimized().ok()? {
        return None;
    }
    let PhysicalPosition { x, y } = window.outer_position().ok()?;
    let PhysicalSize { width, height } = window.inner_size().ok()?;
    Some(Area {
        x,
        y,
        width,
        height,
    })
}

fn give_up_on(window: WebviewWindow) {
    thread::spawn(move || {
        thread::sleep(PATIENCE);
        if window.state::<Shared>().wishes.is_silent() {
            let _ = window.destroy();
        }
    });
}

/// Shows everything in the window at this size, in percent. A web view that cannot shows it as before.
pub fn show_at(window: &WebviewWindow, percent: u16) {
    let _ = window.set_zoom(f64::from(percent) / 100.0);
}

/// Brings the window before the others.
pub fn show(window: &WebviewWindow) {
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.set_focus();
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
