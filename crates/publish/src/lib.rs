//! The publisher: content in, a folder of static files out.
