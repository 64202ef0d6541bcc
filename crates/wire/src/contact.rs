//! Contact cards.

use super::Inline;

/// A team or place that can be reached: its people, its address, its number.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ContactGroup {
    /// The anchor of the card, unique on its page: the slug of the body.
    pub id: String,
    /// The name of the body, for the card's accessible name.
    pub name: String,
    /// The people, in the board's order.
    pub people: Vec<ContactLine>,
    /// The lines of the postal address as printed; empty if it has none.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub address: Vec<String>,
    /// The body's own number, or other lines that belong to no single person.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub lines: Vec<ContactLine>,
    /// Whether the address stands before the people, as it was published.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "std::ops::Not::not")
    )]
    pub address_first: bool,
}

/// One line of a contact card: somebody, what they do, their number. As it was published:
/// `Deborah Hughes, Sefton LSCB Business Manager Tel. 0151 934 3366`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ContactLine {
    /// The anchor of the line, unique on its page: the slug of the person whose it is.
    /// Empty if it is nobody's.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "String::is_empty")
    )]
    pub id: String,
    /// Who is reached; empty if nobody is named.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "String::is_empty")
    )]
    pub name: String,
    /// What they do; empty for a number that is a whole team's.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "String::is_empty")
    )]
    pub post: String,
    /// What stands before the number: `Tel.`
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "String::is_empty")
    )]
    pub label: String,
    /// The number, if there is one.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub phone: Option<Phone>,
    /// When the number is answered; empty if nothing is said of it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "String::is_empty")
    )]
    pub hours: String,
    /// Mailboxes and websites, each a link.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub online: Vec<Inline>,
}

impl ContactLine {
    /// All of the line in one, number and all, as it was published; without mailboxes and websites.
    ///
    /// ```
    /// use lscb_wire::ContactLine;
    /// let line = ContactLine {
    ///     id: String::new(),
    ///     name: "Alex Example".into(),
    ///     post: "Business Manager".into(),
    ///     label: String::new(),
    ///     phone: None,
    ///     hours: String::new(),
    ///     online: Vec::new(),
    /// };
    /// assert_eq!(line.words(), "Alex Example, Business Manager");
    /// ```
    pub fn words(&self) -> String {
        let mut words = self.name.clone();
        let rest = [
            (", ", self.post.as_str()),
            (" ", self.label.as_str()),
            (" ", self.phone.as_ref().map_or("", |phone| &phone.printed)),
        ];
        for (between, part) in rest {
            if !words.is_empty() && !part.is_empty() {
                words.push_str(between);
            }
            words.push_str(part);
        }
        words
    }
}

/// A telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Phone {
    /// As printed, for example `0151 934 3366`.
    pub printed: String,
    /// The address to dial (RFC 3966): E.164 with its `+` for subscriber numbers,
    /// the bare digits for short codes such as 999.
    pub dial: String,
}
