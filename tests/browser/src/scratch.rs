//! Temporary folders.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs};

/// A temporary folder of its own for each test. It is removed when this is dropped.
pub struct Scratch(PathBuf);

impl Scratch {
    /// An empty folder with `name` in its name.
    ///
    /// # Panics
    /// If it cannot be made.
    pub fn new(name: &str) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let process = std::process::id();
        let folder = env::temp_dir().join(format!("lscb-scratch-{process}-{number}-{name}"));
        fs::create_dir_all(&folder).expect("a scratch folder");
        Self(folder)
    }

    /// Copies another folder into it under a name, and gives the copy.
    ///
    /// # Panics
    /// If it cannot be copied.
    pub fn copy(&self, from: &Path, name: &str) -> PathBuf {
        let to = self.0.join(name);
        copy(from, &to);
        to
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &name);
        } else {
            fs::copy(&path, &name).expect("a copy");
        }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What was just killed may write a last time.
        for _ in 0..10 {
            if fs::remove_dir_all(&self.0).is_ok() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
    }
}
