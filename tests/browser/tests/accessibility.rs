//! Every page in every state, by checkers of third parties and by rules that they cannot check:
//! WCAG 2.2 at level AA, and AAA where it can be met.

mod checkers;
mod focus;
mod forced_colours;
mod keyboard;
mod layout;
mod markup;
mod names;
mod order;
mod pages;
mod targets;
