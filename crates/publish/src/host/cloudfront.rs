//! Amazon S3 and CloudFront: a viewer-request function, a response-headers policy and an
//! upload script (docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide).
//!
//! A bucket has no folders and no response headers: the function maps addresses to `index.html` and
//! redirects old ones, the policy adds the headers of all responses, and the media type and cache
//! lifetime of each file are set when it is uploaded.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Place, SITE_CONFIG_FILES};
use crate::policy::{Class, HASHED, Policy, media};

/// A function for the runtime `cloudfront-js-2.0`.
pub(super) fn function(policy: &Policy, place: &Place) -> String {
    let moved = policy.moved_at(&place.base);
    let moved: serde_json::Map<_, _> = moved.map(|(from, to)| (from, to.into())).collect();
    let moved = Value::from(moved);
    format!(
        "// Made by `lscb deploy`: associate it with viewer requests.\n\
         const moved = {moved:#};\n\n\
         function handler(event) {{\n  \
           const request = event.request;\n  \
           const to = moved[request.uri.replace(/\\/$/, \"\")];\n  \
           if (to) return redirect(to);\n  \
           if (request.uri.endsWith(\"/\")) request.uri += \"index.html\";\n  \
           // A page without its slash. Files have a dot in their names, pages have not.\n  \
           else if (!/\\.[^/]*$/.test(request.uri)) return redirect(request.uri + \"/\");\n  \
           return request;\n\
         }}\n\n\
         function redirect(to) {{\n  \
           return {{ statusCode: 301, statusDescription: \"Moved Permanently\", \
           headers: {{ location: {{ value: to }} }} }};\n\
         }}\n"
    )
}

/// For `aws cloudfront create-response-headers-policy`.
pub(super) fn headers(policy: &Policy) -> String {
    let items: Vec<Value> = policy
        .headers()
        .into_iter()
        .map(|(name, value)| json!({ "Header": name, "Value": value, "Override": true }))
        .collect();
    let config = json!({
        "Name": "lscb",
        "CustomHeadersConfig": { "Quantity": items.len(), "Items": items },
    });
    format!("{config:#}\n")
}

/// Uploads hashed files before the pages that refer to them, and `release.json` last. Nothing is
/// deleted, so that open pages still find their files.
pub(super) fn upload(place: &Place) -> String {
    let mut out = format!(
        "#!/bin/sh\n\
         # Made by `lscb deploy`. Usage: upload.sh DIST BUCKET\n\
         # Let the distribution answer 403 and 404 of the bucket with {base}404.html and status 404.\n\
         set -eu\ndist=$1\nbucket=$2\n\n\
         upload() {{ # FOLDER CACHE-CONTROL OPTIONS\n  \
           from=$1 cache=$2\n  shift 2\n",
        base = place.base,
    );
    let base = &place.base[..place.base.len() - 1];
    for (extension, media) in media::TYPES {
        let _ = writeln!(
            out,
            "  aws s3 cp \"$dist/$from\" \"s3://$bucket{base}/$from\" --recursive \
             --exclude '*' --include '*.{extension}' --cache-control \"$cache\" \
             --content-type '{media}' \"$@\""
        );
    }
    out.push_str("}\n\n");
    let forever = Class::Hashed.cache_control();
    for folder in HASHED {
        let _ = writeln!(out, "upload {folder}/ '{forever}'");
    }
    let checked = Class::Checked.cache_control();
    let mut excluded: Vec<String> = HASHED.iter().map(|it| format!("{it}/*")).collect();
    excluded.extend(SITE_CONFIG_FILES.iter().map(|it| (*it).to_owned()));
    excluded.push("release.json".into());
    let excluded: String = excluded
        .iter()
        .map(|it| format!(" --exclude '{it}'"))
        .collect();
    let _ = write!(
        out,
        "upload '' '{checked}'{excluded}\n\
         aws s3 cp \"$dist/release.json\" \"s3://$bucket{base}/release.json\" \
         --cache-control '{checked}' --content-type 'application/json'\n"
    );
    out
}
