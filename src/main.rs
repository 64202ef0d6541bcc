//! The browser's entry: Trunk builds this binary, `public/boot/app.js` starts it.

fn main() {
    lscb::browser::start();
}
