//! The paths of files inside a site.

use crate::policy::HASHED;

/// The longest path, in bytes: half of what Linux allows, which leaves room for the path of
/// the site.
const MAX_LENGTH: usize = 2048;

/// Whether `path` leads from the site's root to a file below it, on any system: no part of it
/// is empty, `.` or `..`, and none means something else on Windows or in an address.
pub(crate) fn is_safe(path: &str) -> bool {
    let is_plain = |letter: char| !letter.is_control() && letter != '\\';
    let first = path.split('/').next().unwrap_or_default();
    path.len() <= MAX_LENGTH
        && path.chars().all(is_plain)
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
        // A drive, or a scheme.
        && !first.contains(':')
}

/// Whether the file at `path` has its hash in its name, so that its content never changes:
/// the app's parts, bundles and the index.
pub(crate) fn is_hashed(path: &str) -> bool {
    let folder = path.rsplit_once('/').map(|(folder, _)| folder);
    folder.is_some_and(|folder| HASHED.contains(&folder)) && is_safe(path)
}
