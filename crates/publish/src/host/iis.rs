//! `web.config`: Internet Information Services 10
//! (learn.microsoft.com/iis/configuration/system.webserver).
//!
//! The plain one uses only what is installed by default: with an unknown section the server sends
//! status 500 for every page. The other one needs the URL Rewrite module and redirects old addresses.

use std::fmt::Write as _;

use super::regex;
use crate::document::escape;
use crate::policy::{Class, HASHED, Policy, media};

pub(super) fn config(policy: &Policy, rewrite: bool) -> String {
    let mut out = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n",
        // What lies below may have a configuration of its own.
        "  <location path=\".\" inheritInChildApplications=\"false\">\n    <system.webServer>\n",
        "      <defaultDocument enabled=\"true\">\n        <files>\n          <clear />\n",
        "          <add value=\"index.html\" />\n        </files>\n      </defaultDocument>\n",
        "      <directoryBrowse enabled=\"false\" />\n",
    ));
    out.push_str(&errors());
    out.push_str(&headers(policy));
    out.push_str(&types());
    if rewrite {
        out.push_str(&rules(policy));
    }
    out.push_str("    </system.webServer>\n  </location>\n");
    for folder in HASHED {
        let forever = Class::Hashed
            .cache_control()
            .replace("max-age=31536000, ", "");
        let _ = write!(
            out,
            concat!(
                "  <location path=\"{folder}\">\n    <system.webServer>\n      <staticContent>\n",
                "        <clientCache cacheControlMode=\"UseMaxAge\" ",
                "cacheControlMaxAge=\"365.00:00:00\" cacheControlCustom=\"{forever}\" />\n",
                "      </staticContent>\n    </system.webServer>\n  </location>\n",
            ),
            folder = folder,
            forever = forever,
        );
    }
    out.push_str("</configuration>\n");
    out
}

/// The page for missing addresses, with its status.
fn errors() -> String {
    concat!(
        "      <httpErrors errorMode=\"Custom\" existingResponse=\"Replace\">\n",
        "        <remove statusCode=\"404\" />\n",
        "        <error statusCode=\"404\" path=\"404.html\" responseMode=\"File\" />\n",
        "      </httpErrors>\n",
    )
    .into()
}

fn headers(policy: &Policy) -> String {
    let mut out = String::from(
        "      <httpProtocol>\n        <customHeaders>\n          <remove name=\"X-Powered-By\" />\n",
    );
    for (name, value) in policy.headers() {
        let value = escape(&value);
        let _ = write!(
            out,
            concat!(
                "          <remove name=\"{name}\" />\n",
                "          <add name=\"{name}\" value=\"{value}\" />\n",
            ),
            name = name,
            value = value,
        );
    }
    out.push_str("        </customHeaders>\n      </httpProtocol>\n");
    out
}

/// A duplicate type is an error, and the predefined ones depend on the server, so each is removed
/// first.
fn types() -> String {
    let checked = Class::Checked.cache_control();
    let mut out = format!(
        concat!(
            "      <staticContent>\n        <clientCache cacheControlMode=\"NoControl\" ",
            "cacheControlCustom=\"{checked}\" />\n",
        ),
        checked = checked
    );
    for (extension, media) in media::TYPES {
        let _ = write!(
            out,
            concat!(
                "        <remove fileExtension=\".{extension}\" />\n",
                "        <mimeMap fileExtension=\".{extension}\" mimeType=\"{media}\" />\n",
            ),
            extension = extension,
            media = media,
        );
    }
    out.push_str("      </staticContent>\n");
    out
}

/// Redirects from old addresses. `{R:0}` is relative to the site's folder, so they work
/// under any path.
fn rules(policy: &Policy) -> String {
    let mut out = String::from("      <rewrite>\n        <rules>\n");
    for (at, (from, to)) in policy.moved_at("").enumerate() {
        let from = regex(&from);
        let to = escape(&to);
        let up = if to.is_empty() { "./" } else { "" };
        let _ = write!(
            out,
            concat!(
                "          <rule name=\"moved {at}\" stopProcessing=\"true\">\n",
                "            <match url=\"^{from}/?$\" />\n",
                "            <action type=\"Redirect\" url=\"{up}{to}\" redirectType=\"Permanent\" />\n",
                "          </rule>\n",
            ),
            at = at,
            from = from,
            up = up,
            to = to,
        );
    }
    out.push_str("        </rules>\n      </rewrite>\n");
    out
}
