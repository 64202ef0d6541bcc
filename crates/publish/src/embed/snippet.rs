//! The markup that a partner copies into a page of theirs.

use lscb_content::Embed;
use lscb_wire::{Shell, Target};

use super::{HEIGHT, qualified_title};
use crate::app_assets::Asset;
use crate::document::escape;

/// The markup around one embed. `public/embed-builder.js` writes the same with what was chosen;
/// `tests/browser/tests/builder.rs` compares the two.
pub(super) struct Snippet {
    /// The address of the site, with a slash at its end; escaped, like all other fields.
    site_url: String,
    /// The address of the frame, below the site's.
    address: String,
    /// The address of the full page.
    full: String,
    /// Its title outside of the site.
    name: String,
    /// Its description in a sentence; may be empty.
    summary: String,
}

impl Snippet {
    pub(super) fn of(embed: &Embed<'_>, shell: &Shell, site_url: &str) -> Self {
        let full = match &embed.full {
            Target::Url(url) => url.clone(),
            here => format!("{site_url}{}", here.relative()),
        };
        Self {
            site_url: escape(site_url),
            address: escape(&embed.address()),
            full: escape(&full),
            name: escape(&qualified_title(&embed.title, shell)),
            summary: escape(&embed.summary),
        }
    }

    /// A link, which no content management system removes.
    pub(super) fn link(&self) -> String {
        format!(r#"<p><a href="{}">{}</a></p>"#, self.full, self.name)
    }

    /// A frame that needs no script, and a link for where frames are taken out or not printed.
    pub(super) fn frame(&self) -> String {
        let Self {
            site_url,
            address,
            name,
            ..
        } = self;
        let link = self.link();
        format!(
            concat!(
                r#"<iframe src="{site_url}{address}" title="{name}" width="100%" height="{height}" "#,
                r#"loading="lazy" referrerpolicy="no-referrer" style="border: 0"></iframe>"#,
                "\n{link}"
            ),
            site_url = site_url,
            address = address,
            name = name,
            height = HEIGHT,
            link = link,
        )
    }

    /// The same with the script that makes the frame as high as its text.
    pub(super) fn auto_height_frame(&self, script: &Asset) -> String {
        format!("{}\n{}", self.frame(), self.script(script))
    }

    /// An element that shows its words until the frame is there, and the script that defines it.
    pub(super) fn element(&self, script: &Asset) -> String {
        let Self { full, name, .. } = self;
        let summary = match self.summary.as_str() {
            "" => String::new(),
            summary => format!(": {summary}"),
        };
        let which = self.attribute();
        let script = self.script(script);
        format!(
            concat!(
                r#"<lscb-section {which} title="{name}"><p><a href="{full}">{name}</a>{summary}</p>"#,
                "</lscb-section>\n{script}"
            ),
            which = which,
            name = name,
            full = full,
            summary = summary,
            script = script,
        )
    }

    /// Which embed, as `<lscb-section>` has it.
    fn attribute(&self) -> String {
        let address = self.address.trim_start_matches("embed/");
        for kind in ["page", "section"] {
            if let Some(path) = address.strip_prefix(kind).filter(|it| it.starts_with('/')) {
                return format!(r#"{kind}="{path}""#);
            }
        }
        format!(r#"embed="{}""#, address.trim_end_matches('/'))
    }

    fn script(&self, script: &Asset) -> String {
        format!(
            r#"<script src="{}{}" integrity="{}" crossorigin="anonymous" defer></script>"#,
            self.site_url,
            script.name,
            script.digest.integrity()
        )
    }
}
