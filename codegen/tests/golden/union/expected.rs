// ---- src/types/shape.rs
/// A figure.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Shape {
    /// The member `circle`.
    Circle(Circle),
    /// The member `nothing`.
    Nothing(Nothing),
    /// The member `unit`.
    Unit,
    /// The member `text`.
    Text(String),
    /// The member `flag`.
    Flag(bool),
    /// The member `count`.
    Count(i32),
    /// The member `points`.
    Points(Vec<i32>),
    /// The member `notes`.
    Notes(HashMap<String, String>),
    /// The member `colour`.
    Colour(Colour),
    /// The member `at`.
    At(DateTime),
    /// The member `data`.
    Data(Blob),
    /// The member `exact`.
    Exact(Exact),
    /// The member `unknown`.
    UnknownValue(String),
    /// The member `secret`.
    Secret(String),
    /// A variant that this version of the crate does not list. It cannot be sent.
    Unknown,
}

impl Shape {
    /// Returns the value of `Circle`, or the union if it is another variant.
    ///
    /// # Errors
    ///
    /// Returns the union if it is another variant.
    pub fn as_circle(&self) -> Result<&Circle, &Self> {
        if let Self::Circle(value) = self { Ok(value) } else { Err(self) }
    }

    /// Returns whether the variant is `Circle`.
    pub fn is_circle(&self) -> bool {
        matches!(self, Self::Circle(_))
    }

    /// Returns the value of `Unit`, or the union if it is another variant.
    ///
    /// # Errors
    ///
    /// Returns the union if it is another variant.
    pub fn as_unit(&self) -> Result<(), &Self> {
        if matches!(self, Self::Unit) { Ok(()) } else { Err(self) }
    }

    /// Returns whether the variant is `Unit`.
    pub fn is_unit(&self) -> bool {
        matches!(self, Self::Unit)
    }

    /// Returns whether this version of the crate does not list the variant.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }

schema! {
    SHAPE_SCHEMA: Union "example.union" "Shape" {
        0 "circle": Structure;
        1 "nothing": Structure;
        2 "unit": Structure;
        3 "text": String;
        4 "flag": Boolean;
        5 "count": Integer;
        6 "points": List.with_list_member(&prelude::INTEGER);
        7 "notes": Map.with_map_members(&prelude::STRING, &prelude::STRING);
        8 "colour": String;
        9 "at": Timestamp;
        10 "data": Blob;
        11 "exact": Union;
        12 "unknown": String;
        13 "secret": String.with_sensitive();
    }
}

union_traits! {
    Shape: SHAPE_SCHEMA, writes and reads {
        0 Circle(value);
        1 Nothing(value);
        2 Unit;
        3 Text(value);
        4 Flag(value);
        5 Count(value);
        6 Points(value);
        7 Notes(value);
        8 Colour(value);
        9 At(value);
        10 Data(value);
        11 Exact(value);
        12 UnknownValue(value);
        13 Secret(value);
    }
}
