//! How many of each thing the published text has, and that the site has as many.

use std::collections::BTreeSet;

use lscb_content::{BodyKind, ReviewRole, Site};
use lscb_wire::Block;

use super::documents::missing;
use super::flatten::published_lines;
use super::{folder, published_pages};

/// The short forms of the published text.
const ACRONYMS: [&str; 8] = ["LSCB", "NHS", "CCG", "SCR", "PRG", "DfE", "LIF", "CDOP"];

/// The years and periods of the published text that are not part of a longer date.
const PERIODS: [&str; 5] = [
    "Act 2017",
    "Report 2017-18",
    "(2018)",
    "Plan 2018-20",
    "plan (2019)",
];

#[test]
fn the_site_has_as_many_of_everything_as_the_seed() {
    let site = folder::reading().site;
    let records = &site.records;
    let published = published_pages();
    let blocks: Vec<&Block> = published.iter().flat_map(|page| &page.blocks).collect();
    let phones = phones(&blocks);
    let distinct: BTreeSet<_> = phones.iter().collect();
    let elsewhere = records.documents.iter().filter(|it| it.url.is_some());
    let attachments = records.reviews.iter().flat_map(|it| &it.attachments);
    let with_role = |role| attachments.clone().filter(|it| it.role == role).count();
    let pseudonyms = records.reviews.iter().flat_map(|it| &it.pseudonyms);
    let held = records.posts.iter().filter(|it| it.person.is_some());
    let fileless = records.images.iter().filter(|it| it.file.is_none());

    let table = [
        (7, published.len(), "pages of the print view"),
        (14, missing(&site).len(), "documents without a file"),
        (1, elsewhere.count(), "documents held elsewhere"),
        (3, records.reviews.len(), "reviews"),
        (3, reviews(&blocks), "reviews on pages"),
        (7, attachments.clone().count(), "attachments of reviews"),
        (3, with_role(ReviewRole::Report), "reports"),
        (1, with_role(ReviewRole::ExecutiveSummary), "summaries"),
        (3, with_role(ReviewRole::Briefing), "briefings"),
        (5, pseudonyms.count(), "pseudonyms"),
        (6, records.people.len(), "people"),
        (6, records.posts.len(), "posts"),
        (6, held.count(), "posts that somebody holds"),
        (6, phones.len(), "mentions of telephone numbers"),
        (5, distinct.len(), "telephone numbers"),
        (5, records.contact_points.len(), "contact points"),
        (2, records.addresses.len(), "addresses"),
        (2, groups_and_panels(&site), "groups and panels"),
        (5, site.settings.area.len(), "areas"),
        (3, site.settings.partner.len(), "kinds of statutory partner"),
        (3, bullets(&blocks), "bullets"),
        (2, fileless.count(), "pictures without a file"),
        (6, records.milestones.len(), "dates"),
    ];
    for (wanted, found, what) in table {
        assert_eq!(found, wanted, "{what}");
    }
}

#[test]
fn pseudonyms_are_never_people() {
    let site = folder::reading().site;
    let pseudonyms: BTreeSet<_> = site
        .records
        .reviews
        .iter()
        .flat_map(|review| &review.pseudonyms)
        .map(String::as_str)
        .collect();
    assert_eq!(
        pseudonyms,
        BTreeSet::from(["Ben", "Charlie", "Janet", "Martha", "Mary"])
    );
    for person in site.records.people.iter() {
        assert!(
            person
                .name
                .split(' ')
                .all(|name| !pseudonyms.contains(name)),
            "{}",
            person.name
        );
    }
}

#[test]
fn dates_keep_the_precision_they_were_published_with() {
    let site = folder::reading().site;
    let milestones: Vec<_> = site
        .records
        .milestones
        .iter()
        .map(|it| it.date.to_string())
        .collect();
    assert_eq!(
        milestones,
        [
            "2011-04",
            "2018-07",
            "2019-03",
            "2019-04",
            "2019-06-25",
            "2019-07-01"
        ]
    );
    let mut reviews: Vec<_> = site
        .records
        .reviews
        .iter()
        .map(|it| it.date.to_string())
        .collect();
    reviews.sort();
    assert_eq!(reviews, ["2018-07", "2019-03", "2019-04"]);
}

#[test]
fn every_acronym_and_period_of_the_text_is_there_and_every_acronym_is_explained() {
    let site = folder::reading().site;
    let explained: BTreeSet<_> = site
        .records
        .terms
        .iter()
        .filter_map(|term| term.acronym.as_deref())
        .collect();
    let text: String = published_pages()
        .iter()
        .map(|page| published_lines(page).join("\n"))
        .collect();
    for acronym in ACRONYMS {
        assert!(text.contains(acronym), "{acronym} is not in the text");
        assert!(explained.contains(acronym), "{acronym} is not explained");
    }
    for acronym in ["MASA", "LCSPR"] {
        assert!(explained.contains(acronym), "{acronym} is not explained");
    }
    for period in PERIODS {
        assert!(text.contains(period), "{period} is not in the text");
    }
}

fn groups_and_panels(site: &Site) -> usize {
    site.records
        .bodies
        .iter()
        .filter(|body| matches!(body.kind, BodyKind::Group | BodyKind::Panel))
        .count()
}

fn reviews(blocks: &[&Block]) -> usize {
    let drawn = |block: &&Block| match block {
        Block::Reviews(reviews) => reviews.len(),
        _ => 0,
    };
    blocks.iter().map(drawn).sum()
}

fn bullets(blocks: &[&Block]) -> usize {
    let items = |block: &&Block| match block {
        Block::List(list) => list.items.len(),
        _ => 0,
    };
    blocks.iter().map(items).sum()
}

/// The numbers on contact cards, each as often as it is shown.
fn phones(blocks: &[&Block]) -> Vec<String> {
    let mut phones = Vec::new();
    for block in blocks {
        if let Block::Contacts(groups) = block {
            let lines = groups
                .iter()
                .flat_map(|group| group.people.iter().chain(&group.lines));
            let shown = lines.filter_map(|line| line.phone.as_ref());
            phones.extend(shown.map(|phone| phone.printed.clone()));
        }
    }
    phones
}
