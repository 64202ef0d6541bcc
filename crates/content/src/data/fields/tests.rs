use super::{super::read_toml, *};
use crate::{ContentFolder, Date, Slug};

/// Something with a field of every sort.
struct Thing;

impl FromFields for Thing {
    const NAME: &'static str = "thing";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let slug: Option<Slug> = fields.required("slug");
        let title: Option<String> = fields.required("title");
        let _: Option<Date> = fields.optional("date");
        let _: Option<bool> = fields.optional("shown");
        let _: Vec<Slug> = fields.list("tags");
        let _: Option<u32> = fields.optional("pages");
        let _: Vec<Part> = fields.parts("part", false);
        slug.zip(title).map(|_| Self)
    }
}

struct Part;

impl FromFields for Part {
    const NAME: &'static str = "part";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        fields.required::<String>("name").map(|_| Self)
    }
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let mut diagnostics = Diagnostics::new(&ContentFolder::default().file("things.toml"));
    let table = read_toml(text, 1).unwrap();
    let thing: Option<Thing> = Fields::read(&table, 1, &mut diagnostics);
    let found: Vec<String> = diagnostics
        .items
        .iter()
        .map(|diagnostic| {
            format!(
                "{}: {} {}",
                diagnostic.line, diagnostic.message, diagnostic.help
            )
        })
        .collect();
    assert_eq!(found, expected);
    let whole = text.contains("slug = \"a\"") && text.contains("title = \"A\"");
    assert_eq!(thing.is_some(), whole);
}

#[test]
fn a_sound_record_has_no_problems() {
    check(
        "slug = \"a\"\ntitle = \"A\"\ndate = 2019\nshown = true\ntags = [\"b\"]\npages = 3\n\
         [[part]]\nname = \"c\"\n",
        &[],
    );
}

#[test]
fn all_faults_of_a_record_are_found_at_once() {
    check(
        "slug = \"A b\"\ndate = 2019-02-30\nshown = \"yes\"\ntags = [\"B\", 7]\npages = -1\n\
         tittle = \"A\"\n"
            .replace("date = 2019-02-30", "date = \"2019-02-30\"")
            .as_str(),
        &[
            "1: `slug`: `A b` is not a slug. Write `a-b`.",
            "1: The thing `A b` has no `title`. Add the field `title`.",
            "2: `date`: `2019-02-30` is not a date. Write a day of the calendar as 2019-06-25, a \
             month as 2019-04, a year as 2019.",
            "3: `shown` is text; true or false is needed. Write true or false without quotes.",
            "4: `tags`: `B` is not a slug. Write `b`.",
            "4: `tags` is a number; text is needed. Put it in quotes.",
            "5: `pages` is -1. Write a whole number from 0 upwards.",
            "6: The thing `A b` has an unknown field `tittle`. Did you mean `title`?",
        ],
    );
}

#[test]
fn empty_text_is_no_text() {
    check(
        "slug = \"a\"\ntitle = \" \"\n",
        &["2: `title` is empty. Fill it in: it cannot be left out."],
    );
    check(
        "slug = \"a\"\ntitle = \"A\"\ndate = \"\"\ntags = [\"\"]\n",
        &[
            "3: `date` is empty. Fill it in, or take the line out.",
            "4: `tags`: `` is not a slug. Write small letters, digits and single hyphens.",
        ],
    );
}

#[test]
fn parts_are_tables() {
    check(
        "slug = \"a\"\ntitle = \"A\"\npart = [1, {}]\n",
        &[
            "3: `part` is a number; fields are needed. Write [[part]] on a line of its own and its \
         fields below it.",
            "3: The part has no `name`. Add the field `name`.",
        ],
    );
    check(
        "slug = \"a\"\ntitle = \"A\"\npart = \"b\"\n",
        &[
            "3: `part` is text; fields are needed. Write [[part]] on a line of its own and its fields \
         below it.",
        ],
    );
}
