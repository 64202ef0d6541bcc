//! `security.txt` (RFC 9116): the contact for security reports.

use lscb_content::Site;

/// Its path. It is only valid at the root of a host.
pub(crate) const PATH: &str = ".well-known/security.txt";

/// Its content, if the site's settings name a contact.
pub(crate) fn text(site: &Site) -> Option<String> {
    let settings = &site.settings;
    let security = settings.security.as_ref()?;
    let mut out = format!(
        "Contact: {}\nExpires: {}T23:59:59Z\nPreferred-Languages: {}\n",
        security.contact,
        security.expires.last_day(),
        settings.language,
    );
    if let Some(origin) = &settings.origin {
        out.push_str(&format!("Canonical: {}\n", origin.join(PATH)));
    }
    Some(out)
}
