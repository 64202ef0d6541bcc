//! What goes wrong on the way: the reader keeps the page, reads one line, and every link
//! works as a link.

mod faults {
    mod bundle;
    mod loader;
    mod panic;
    mod release;
    mod scene;
}
