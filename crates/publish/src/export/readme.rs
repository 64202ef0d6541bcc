//! `README.txt` of a zip archive.

use lscb_wire::Release;

/// The text of `README.txt`.
pub(super) fn readme(release: &Release) -> String {
    let title = &release.title;
    let rule = "=".repeat(title.chars().count());
    let day = match &release.published {
        Some(day) => format!(", published on {day}"),
        None => String::new(),
    };
    format!(
        "{title}\n{rule}\n\n\
         This is a copy of the whole site in files of its own. It needs no internet.\n\n\
         To read it, unpack all of it and open index.html in a web browser.\n\n\
         What is different here:\n\
         - There is no search. The page search/index.html lists everything from A to Z.\n\
         - It does not change. For the site as it is now, go to the site.\n\
         - Links to other websites, telephone numbers and email work where your device has them.\n\n\
         To remove it, delete the files. They show that somebody kept this site.\n\n\
         Release {}{day}.\n",
        release.release
    )
}
