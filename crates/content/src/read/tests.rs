use crate::{ContentFolder, SourceFile, example};

/// Reads the example site with some files added or replaced.
#[track_caller]
fn check(files: &[(&str, &str)], expected: &[&str]) {
    let diagnostics = example::reading(files).diagnostics;
    let found: Vec<String> = diagnostics
        .iter()
        .map(|diagnostic| {
            format!(
                "{}:{}: {}",
                diagnostic.file.path(),
                diagnostic.line,
                diagnostic.message
            )
        })
        .collect();
    assert_eq!(found, expected);
}

const CHAIR: &str =
    "[[post]]\nslug = \"chair\"\ntitle = \"Chair\"\nbody = \"board\"\nperson = \"alex\"\n";

#[test]
fn a_fault_is_told_once_and_not_again_by_those_who_name_the_record() {
    check(
        &[
            ("records/people.toml", "[[person]]\nslug = \"alex\"\n"),
            ("records/posts.toml", CHAIR),
        ],
        &["records/people.toml:1: The person `alex` has no `name`."],
    );
    check(
        &[
            ("records/people.toml", "[[person]\n"),
            ("records/posts.toml", CHAIR),
        ],
        &["records/people.toml:1: This is not TOML: unclosed array table, expected `]`."],
    );
    check(
        &[
            ("records/people.toml", "[[person]]\nname = \"Alex\"\n"),
            ("records/posts.toml", CHAIR),
        ],
        &["records/people.toml:1: The person has no `slug`."],
    );
    check(
        &[
            (
                "records/people.toml",
                "[[persons]]\nslug = \"alex\"\nname = \"Alex\"\n",
            ),
            ("records/posts.toml", CHAIR),
        ],
        &["records/people.toml:1: `persons` does not belong in this file of people."],
    );
    let links = example::page_called("Links", "[a](/reviews-page/#alex) [b](/old/#c)");
    check(
        &[
            (
                "reviews/alex.md",
                "+++\nkind = \"learning-review\"\ndate = \"2019-04\"\n+++\n",
            ),
            ("reviews-page.md", &example::page("::reviews{}")),
            ("old.md", "## c\n"),
            ("links.md", &links),
        ],
        &[
            "old.md:1: This file has no front matter.",
            "reviews/alex.md:1: The review has no `title`.",
        ],
    );
}

#[track_caller]
fn check_record(file: &str, record: &str, expected: &[&str]) {
    let expected: Vec<String> = expected
        .iter()
        .map(|diagnostic| format!("records/{file}:{diagnostic}"))
        .collect();
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    check(&[(&format!("records/{file}"), record)], &expected);
}

#[test]
fn fields_that_need_each_other() {
    let document =
        "[[document]]\nslug = \"a\"\ntitle = \"A\"\ntype = \"plan\"\nowner = \"board\"\n";
    check_record(
        "documents.toml",
        &format!("{document}url = \"https://example.org\"\n"),
        &["6: The document `a` has only one of `url` and `holder`."],
    );
    check_record(
        "documents.toml",
        &format!(
            "{document}url = \"https://example.org\"\nholder = \"B\"\nfile = \"report.pdf\"\n"
        ),
        &["6: The document `a` has a `file` here and a `url` elsewhere."],
    );
    check_record(
        "contact-points.toml",
        "[[contact_point]]\nslug = \"a\"\nkind = \"email\"\n",
        &["3: The contact point `a` has no `address_text`."],
    );
    for (kind, text, problem) in [
        (
            "email",
            "a at b.org",
            "`a at b.org` is not an email address.",
        ),
        ("website", "b.org", "`b.org` is not a whole address."),
    ] {
        check_record(
            "contact-points.toml",
            &format!(
                "[[contact_point]]\nslug = \"a\"\nkind = \"{kind}\"\naddress_text = \"{text}\"\n"
            ),
            &[&format!("4: `address_text`: {problem}")],
        );
    }
    check_record(
        "addresses.toml",
        "[[address]]\nslug = \"a\"\nlines = [\"Liverpool L22 7LB\"]\npostcode = \"L21 7LB\"\n",
        &["3: The address `a` has no line that ends with its postcode L21 7LB."],
    );
    check_record(
        "accessibility.toml",
        "[[check]]\nslug = \"a\"\nwhat = \"A\"\ntool = \"B\"\nversion = \"1\"\ndate = \"2026-11\"\n\
         result = \"C.\"\n",
        &["6: The check `a` is not dated to the day."],
    );
    check_record(
        "images.toml",
        "[[image]]\nslug = \"a\"\npage = \"/\"\npublished_alt = \"A\"\nfile = \"a.png\"\n",
        &[
            "5: The image `a` has a file but no `alt` or no `licence`.",
            "5: The image `a` has a picture but no `width` or no `height`.",
            "5: `file` names content/images/a.png, but there is no such file.",
        ],
    );
}

#[test]
fn a_file_that_has_another_name_is_said() {
    for (file, help) in [
        ("Report.PDF", "Write `report.pdf`."),
        ("documents/report.pdf", "Write `report.pdf`."),
        ("S:\\\\LSCB\\\\Report.pdf", "Write `report.pdf`."),
        ("repotr.pdf", "Did you mean `report.pdf`?"),
        ("map.svg", "Put the file there, or take this line out."),
    ] {
        let record = format!(
            "[[document]]\nslug = \"a\"\ntitle = \"A\"\ntype = \"plan\"\nowner = \"board\"\n\
             file = \"{file}\"\n"
        );
        let found = example::reading(&[("records/documents.toml", &record)]).diagnostics;
        let missing = found
            .iter()
            .find(|it| it.message.contains("no such file"))
            .expect(file);
        assert_eq!(missing.help, help, "{file}");
    }
}

#[test]
fn an_old_path_is_said_without_the_rest_of_its_address() {
    for (alias, path) in [
        ("https://www.example.org/old/page/", "old/page"),
        ("https://www.example.org", ""),
        ("old.asp?id=3", "old.asp"),
        ("old.html#top", "old.html"),
        ("/old/", "old"),
    ] {
        let page = format!(
            "+++\ntitle = \"Contact\"\nsummary = \"A page.\"\naliases = [\"{alias}\"]\n+++\n"
        );
        let found = example::reading(&[("contact.md", &page)]).diagnostics;
        let helps: Vec<&str> = found.iter().map(|it| it.help.as_str()).collect();
        assert_eq!(
            helps,
            [format!("Write the path alone: `{path}`.")],
            "{alias}"
        );
    }
}

#[test]
fn lines_above_the_front_matter() {
    let page = format!("\n \n{}", example::page("Hello."));
    check(
        &[("contact.md", &page)],
        &["contact.md:1: Empty lines stand above the front matter."],
    );
}

#[test]
fn a_list_that_names_something_twice() {
    check(
        &[(
            "contact.md",
            "+++\ntitle = \"Contact\"\nsummary = \"A page.\"\nkeywords = [\"a\", \"b\", \"a\"]\n+++\n",
        )],
        &["contact.md:4: `keywords` has `a` twice."],
    );
}

#[test]
fn records_that_contradict_each_other() {
    let document = |slug| {
        format!(
            "[[document]]\nslug = \"{slug}\"\ntitle = \"A\"\ntype = \"plan\"\nowner = \"board\"\n"
        )
    };
    check_record(
        "documents.toml",
        &format!("{}{}", document("a"), document("b")),
        &["8: Two documents have the title “A”."],
    );
    let document = |pages| document("a") + &format!("file = \"report.pdf\"\npages = {pages}\n");
    check_record(
        "documents.toml",
        &document(47),
        &["7: `pages` is 47, and the file has 48."],
    );
    check_record("documents.toml", &document(48), &[]);
    let website =
        "[[contact_point]]\nslug = \"web\"\nkind = \"website\"\naddress_text = \"https://a.org\"\n";
    let post = "[[post]]\nslug = \"chair\"\ntitle = \"Chair\"\nbody = \"board\"\nphone = \"web\"\n";
    check(
        &[
            ("records/contact-points.toml", website),
            ("records/posts.toml", post),
        ],
        &["records/posts.toml:5: `phone` names `web`, which is no telephone."],
    );
    let desk =
        "[[contact_point]]\nslug = \"desk\"\nkind = \"textphone\"\nnumber = \"0151 934 3366\"\n";
    let post = post.replace("phone = \"web\"", "online = [\"web\", \"desk\"]");
    check(
        &[
            ("records/contact-points.toml", &format!("{website}{desk}")),
            ("records/posts.toml", &post),
        ],
        &["records/posts.toml:5: `online` names `desk`, which is a telephone."],
    );
}

/// The day of the example is 23 November 2026.
#[test]
fn nothing_was_checked_on_a_day_to_come() {
    let checked = |day: &str| {
        format!(
            "[[contact_point]]\nslug = \"desk\"\nkind = \"phone\"\nnumber = \"0151 934 3366\"\n\
             verified_on = {day}\n"
        )
    };
    check_record("contact-points.toml", &checked("2026-11-23"), &[]);
    check_record("contact-points.toml", &checked("\"2026-11\""), &[]);
    check_record(
        "contact-points.toml",
        &checked("2026-11-24"),
        &["5: `verified_on` is 24 November 2026, which is still to come."],
    );
    check_record(
        "accessibility.toml",
        "[[check]]\nslug = \"rules\"\nwhat = \"Rules\"\ntool = \"Checker\"\nversion = \"4\"\n\
         date = 2026-11-24\nresult = \"No failures.\"\n",
        &["6: `date` is 24 November 2026, which is still to come."],
    );
}

#[test]
fn pages_beside_each_other_have_titles_of_their_own() {
    let page = example::page("a");
    let welsh = example::page("a").replace("+++\n\n", "language = \"cy\"\n+++\n\n");
    check(
        &[
            ("a.md", &page),
            ("b.md", &page),
            ("c.md", &welsh),
            ("a/below.md", &page),
        ],
        &["b.md:2: The page /a/ beside this one has the same title, “A page”."],
    );
}

#[test]
fn words_have_single_spaces_between_them() {
    let people = "[[person]]\nslug = \"alex\"\nname = \"\"\"\n  Alex\n  van\u{a0} Example \"\"\"\n";
    let site = example::site(&[("records/people.toml", people)]);
    assert_eq!(site.records.people[0].name, "Alex van\u{a0} Example");
}

#[test]
fn reviews_are_dated_to_the_month() {
    let review = "+++\ntitle = \"A\"\nkind = \"learning-review\"\ndate = 2019\n+++\n";
    check(
        &[("reviews/a.md", review)],
        &["reviews/a.md:4: The review is dated to the year alone."],
    );
}

#[test]
fn the_site_has_somebody_to_ring_and_a_safe_address() {
    let settings = "title = \"A\"\nshort_title = \"A\"\nlanguage = \"en-GB\"\nboard = \"board\"\n\
                    ask = \"team\"\nas_at = 2019\nas_at_text = \"As at 2019.\"\nnavigation = []\n\
                    help = []\norigin = \"http://example.org\"\n";
    check(
        &[("site.toml", settings)],
        &[
            "site.toml:9: `help` is empty.",
            "site.toml:10: The site has an origin that is not https.",
        ],
    );
}

#[test]
fn a_security_contact_holds_until_its_day() {
    let diagnostics = |expires: &str| {
        let security = "[security]\ncontact = \"mailto:it@board.example\"\nexpires = ";
        let settings = format!("{}{security}{expires}\n", example::SETTINGS);
        let reading = example::reading(&[("site.toml", &settings)]);
        reading
            .diagnostics
            .into_iter()
            .map(|it| it.message)
            .collect::<Vec<_>>()
    };
    assert_eq!(diagnostics("2026-11-23"), [""; 0]);
    assert_eq!(
        diagnostics("2026-11-22"),
        ["`expires` in the table `security` is over."]
    );
}

#[test]
fn files_that_are_no_part_of_a_site() {
    let page = example::page("Text.");
    check(
        &[
            ("About Us.md", &page),
            ("notes.txt", "Notes."),
            ("records/poeple.toml", ""),
            ("reviews/2019/alex.md", &page),
        ],
        &[
            "About Us.md:0: The file or folder name `About Us` cannot be part of an address.",
            "notes.txt:0: This file is no page and no part of the site.",
            "records/poeple.toml:0: This is not the name of a file of records.",
            "reviews/2019/alex.md:0: Reviews stand right in content/reviews/.",
        ],
    );
    let long = example::page(&"a\n".repeat(3 << 20));
    check(
        &[("long.md", &long)],
        &["long.md:0: This file is larger than 4 MB."],
    );
}

#[test]
fn files_in_the_folder_of_others() {
    for (path, home) in [
        ("logo.png", "images/"),
        ("about-us/Photo.JPG", "images/"),
        ("records/logo.png", "images/"),
        ("about-us/minutes.docx", "documents/"),
        ("plan.pdf", "documents/"),
        ("people.toml", "records/people.toml"),
        ("about-us/people.toml", "records/people.toml"),
    ] {
        let file = SourceFile {
            path: path.into(),
            bytes: b"\x89PNG\r\n\0".as_slice().into(),
        };
        let reading = super::read(&ContentFolder::default(), &[file], &[], None);
        let found: Vec<String> = reading
            .diagnostics
            .iter()
            .map(ToString::to_string)
            .filter(|it| it.starts_with(&format!("content/{path}")))
            .collect();
        let message = "This file is no page and no part of the site where it is.";
        let help = format!("Move it to content/{home}, or take it out.");
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].ends_with(&format!("{message} {help}")),
            "{found:?}"
        );
    }
    let file = SourceFile {
        path: "a.zip".into(),
        bytes: b"PK\xff".as_slice().into(),
    };
    let reading = super::read(&ContentFolder::default(), &[file], &[], None);
    let of_it = reading.diagnostics.iter();
    assert_eq!(
        of_it.filter(|it| it.to_string().contains("a.zip")).count(),
        1
    );
}

#[test]
fn tables_that_do_not_belong() {
    check_record(
        "people.toml",
        "[person]\nslug = \"a\"\nname = \"A\"\n",
        &["1: `person` is a table here and not one of a list."],
    );
    check_record(
        "people.toml",
        "[[persons]]\nslug = \"a\"\nname = \"A\"\n",
        &["1: `persons` does not belong in this file of people."],
    );
}

#[test]
fn line_ends_and_byte_order_marks_make_no_difference() {
    let page = format!(
        "\u{feff}{}",
        example::page("## A\n\n[b](#a)").replace('\n', "\r\n")
    );
    check(&[("page.md", &page)], &[]);
    let people = "\u{feff}[[person]]\r\nslug = \"a\"\r\nname = \"A\"\r\n";
    check(&[("records/people.toml", people)], &[]);
}

#[test]
fn yaml_and_toml_front_matter_say_the_same() {
    let yaml = "---\ntitle: A\nsummary: B\norder: 3\naliases: [c]\n---\n\nText.\n";
    let toml = "+++\ntitle = \"A\"\nsummary = \"B\"\norder = 3\naliases = [\"c\"]\n+++\n\nText.\n";
    let front = |text: &str| {
        let site = example::site(&[("page.md", text)]);
        site.page(&"/page/".parse().unwrap()).unwrap().front.clone()
    };
    assert_eq!(front(yaml), front(toml));
    check(
        &[("page.md", "---\ntitle: A\n---\n\n<b>\n")],
        &[
            "page.md:1: The page has no `summary`.",
            "page.md:5: There is HTML in the text, which is not allowed.",
        ],
    );
}

#[test]
fn paths_that_case_alone_tells_apart_are_the_same() {
    let documents = "[[document]]\nslug = \"a\"\ntitle = \"A\"\ntype = \"plan\"\nowner = \"board\"\n\
                     file = \"Plan.pdf\"\n\n[[document]]\nslug = \"b\"\ntitle = \"B\"\ntype = \"plan\"\n\
                     owner = \"board\"\nfile = \"plan.pdf\"\n\n[[document]]\nslug = \"c\"\ntitle = \"C\"\n\
                     type = \"plan\"\nowner = \"board\"\nfile = \"nul.pdf\"\n";
    let contact = "+++\ntitle = \"Contact\"\nsummary = \"A page.\"\naliases = [\"Contact\", \
                   \"documents/plan.pdf/old\", \"contact\"]\n+++\n";
    let files = [
        ("records/documents.toml", documents),
        ("contact.md", contact),
    ];
    let diagnostics = example::reading(&files).diagnostics;
    let found: Vec<String> = diagnostics
        .iter()
        .filter(|diagnostic| !diagnostic.message.contains("there is no such file"))
        .map(|diagnostic| {
            format!(
                "{}:{}: {}",
                diagnostic.file.path(),
                diagnostic.line,
                diagnostic.message
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            "contact.md:4: The alias `Contact` differs in nothing but case from the path of \
             content/contact.md.",
            "contact.md:4: The alias `documents/plan.pdf/old` lies inside the file \
             documents/Plan.pdf.",
            "records/documents.toml:8: The file documents/plan.pdf would lie where the file \
             documents/Plan.pdf is.",
            "records/documents.toml:15: The file name documents/nul.pdf is taken: Windows keeps the \
             name `nul` for a device.",
        ]
    );
}

#[test]
fn what_has_anchors_of_its_own_stands_on_a_page_once() {
    let page = example::page(
        "::search{}\n\n::a-z{}\n\na\n\n::search{}\n::a-z{}\n\n::release{}\n\n::release{}\n",
    );
    let line = page.lines().position(|line| line == "::search{}").unwrap() + 1;
    let twice = |name, more: usize, first: usize| {
        format!(
            "page.md:{}: This page has ::{name}{{}} twice; the first is in line {}.",
            line + more,
            line + first
        )
    };
    let expected = [twice("search", 6, 0), twice("a-z", 7, 2)];
    check(
        &[("page.md", &page)],
        &expected.each_ref().map(String::as_str),
    );
}

#[test]
fn headings_leave_the_letters_of_an_index_their_anchors() {
    let page = example::page("## Letter A\n\n## Letter to parents\n\n::a-z{}\n");
    let site = example::site(&[("page.md", &page)]);
    let view = site.view(&"/page/".parse().unwrap()).unwrap();
    let to = |anchor: &str| lscb_wire::Target::Page(anchor.into());
    let targets: Vec<_> = view.contents.into_iter().map(|link| link.to).collect();
    assert_eq!(targets, [to("#letter-a-2"), to("#letter-to-parents")]);
}

#[test]
fn slugs_fit_a_disk() {
    let person = |length| {
        format!(
            "[[person]]\nslug = \"{}\"\nname = \"A\"\n",
            "a".repeat(length)
        )
    };
    check(&[("records/people.toml", &person(230))], &[]);
    check(
        &[("records/people.toml", &person(231))],
        &["records/people.toml:1: This slug has 231 letters."],
    );
}

#[test]
fn slugs_that_windows_keeps_are_told_of() {
    check(
        &[(
            "records/terms.toml",
            "[[term]]\nslug = \"con\"\nacronym = \"A\"\nmeaning = \"B\"\n",
        )],
        &[
            "records/terms.toml:1: The slug `con` is taken as a folder: Windows keeps the name `con` for a device.",
        ],
    );
}

#[test]
fn records_that_say_nothing_are_told_of() {
    check(
        &[(
            "records/terms.toml",
            "[[term]]\nslug = \"child\"\nmeaning = \"Child\"\n",
        )],
        &[
            "records/terms.toml:3: The term `child` has neither an acronym nor synonyms, so that it explains nothing.",
        ],
    );
    check(
        &[
            ("words.md", &example::page("Some words.")),
            (
                "records/corrections.toml",
                "[[correction]]\nslug = \"a\"\npage = \"/words/\"\npublished = \"Some\"\n\
                 corrected = \"Some\"\nwhy = \"B.\"\n",
            ),
        ],
        &["records/corrections.toml:5: The correction `a` has the words as they were published."],
    );
}
