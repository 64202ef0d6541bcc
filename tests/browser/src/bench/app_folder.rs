//! The app and the style as Trunk leaves them, taken from a site that was built of them.

use std::fs;
use std::path::Path;

use crate::dist::built;

/// Writes the folder that `lscb build --app` wants. The bytes are the built site's own,
/// so that generated pages weigh what real ones do.
///
/// # Panics
/// If the built site has no app.
pub fn write(folder: &Path) {
    let asset = |start: &str, end: &str| {
        let path = built().path(start, end);
        built().file(path).expect("a file")
    };
    let home = built().page("/");
    let style = home.find("style").expect("the page has its style");
    let style: String = style.text().collect();
    // The style of frames is that of the site and their own.
    let frames = asset("assets/frame.", ".css");
    let frames = frames.strip_prefix(style.as_bytes()).unwrap_or(frames);
    let index = concat!(
        "<!doctype html><html><head><link rel=\"stylesheet\" href=\"style.css\">",
        "<meta name=\"app\" content=\"app.js\" data-wasm=\"app.wasm\"></head><body></body></html>"
    );
    let files: &[(&str, &[u8])] = &[
        ("index.html", index.as_bytes()),
        ("style.css", style.as_bytes()),
        ("boot/app.js", asset("assets/boot.", ".js")),
        ("app.js", asset("assets/app.", ".js")),
        ("app.wasm", asset("assets/app.", ".wasm")),
        ("offline.js", asset("assets/offline.", ".js")),
        ("embed-builder.js", asset("assets/embed-builder.", ".js")),
        ("frame.css", frames),
        ("frame.js", asset("assets/frame.", ".js")),
        ("overlay.js", asset("assets/overlay.", ".js")),
        ("embed-1.js", asset("embed-1", ".js")),
        ("sw.js", asset("sw", ".js")),
    ];
    for (name, bytes) in files {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, bytes).expect("a file of the app folder");
    }
}
