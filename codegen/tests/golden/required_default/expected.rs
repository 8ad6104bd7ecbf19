// ---- src/operation/put_defaults.rs
    #[inline]
    fn check_input(input: &Self::Input) -> Result<(), BuildError> {
        protocol::require(&input.id, "id", Self::NAME)?;
        protocol::require(&input.r#type, "type", Self::NAME)?;
        protocol::require(&input.names, "names", Self::NAME)?;
        protocol::require(&input.inner, "inner", Self::NAME)?;
        protocol::require(&input.count, "count", Self::NAME)
    }

// ---- src/operation/put_defaults/input.rs
/// Input of `PutDefaults`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PutDefaultsInput {
    /// The member `zero`.
    pub zero: Option<ZeroDefaults>,
    /// The member `other`.
    pub other: Option<OtherDefaults>,
    /// The member `requiredDefaults`.
    pub required_defaults: Option<RequiredDefaults>,
    /// The member `clientOptional`.
    pub client_optional: Option<ClientOptional>,
    /// The member `allRequired`.
    pub all_required: Option<AllRequired>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `type`.
    pub r#type: Option<String>,
    /// The member `names`.
    pub names: Option<Vec<String>>,
    /// The member `inner`.
    pub inner: Option<Inner>,
    /// The member `count`.
    pub count: Option<i32>,
    /// The member `limit`.
    pub limit: Option<i32>,
    /// The member `mode`.
    pub mode: Option<Colour>,
}

structure! {
    /// Builder of [`PutDefaultsInput`](crate::operation::put_defaults::PutDefaultsInput).
    #[derive(Clone, Debug, Default, PartialEq)]
    #[cfg(feature = "client")]
    #[fluent(super::fluent_builder::PutDefaultsFluentBuilder)]
    #[writable(INPUT_SCHEMA)]
    pub struct PutDefaultsInputBuilder => fallible input PutDefaultsInput {
        /// The member `zero`.
        zero: optional Value<ZeroDefaults>, set_zero, get_zero;
        /// The member `other`.
        other: optional Value<OtherDefaults>, set_other, get_other;
        /// The member `requiredDefaults`.
        required_defaults: optional Value<RequiredDefaults>, set_required_defaults,
            get_required_defaults;
        /// The member `clientOptional`.
        client_optional: optional Value<ClientOptional>, set_client_optional, get_client_optional;
        /// The member `allRequired`.
        all_required: optional Value<AllRequired>, set_all_required, get_all_required;
        /// The member `id`. Required.
        id: optional String, set_id, get_id;
        /// The member `type`. Required.
        r#type: optional String, set_type, get_type;
        /// The member `names`. Required.
        names: optional Strings, set_names, get_names;
        /// The member `inner`. Required.
        inner: optional Value<Inner>, set_inner, get_inner;
        /// The member `count`. Required.
        count: optional Scalar<i32>, set_count, get_count;
        /// The member `limit`.
        limit: optional Scalar<i32>, set_limit, get_limit;
        /// The member `mode`.
        mode: optional Value<Colour>, set_mode, get_mode;
    }
}

// ---- src/types/all_required.rs
/// The structure `AllRequired`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AllRequired {
    /// The member `text`.
    pub text: String,
    /// The member `flag`.
    pub flag: bool,
    /// The member `integer`.
    pub integer: i32,
    /// The member `double`.
    pub double: f64,
    /// The member `names`.
    pub names: Vec<String>,
    /// The member `notes`.
    pub notes: HashMap<String, String>,
    /// The member `blob`.
    pub blob: Blob,
    /// The member `document`.
    pub document: Document,
    /// The member `colour`.
    pub colour: Colour,
    /// The member `level`.
    pub level: i32,
    /// The member `timestamp`.
    pub timestamp: DateTime,
    /// The member `bigInteger`.
    pub big_integer: BigInteger,
    /// The member `bigDecimal`.
    pub big_decimal: BigDecimal,
    /// The member `inner`.
    pub inner: Option<Inner>,
    /// The member `choice`.
    pub choice: Option<Choice>,
}

structure! {
    /// Builder of [`AllRequired`](crate::types::AllRequired).
    #[derive(Clone, Debug, Default, PartialEq)]
    #[writable(ALL_REQUIRED_SCHEMA)]
    #[readable(ALL_REQUIRED_SCHEMA)]
    pub struct AllRequiredBuilder => fallible structure AllRequired {
        /// The member `text`. Required.
        text: required String, set_text, get_text;
        /// The member `flag`. Required.
        flag: required Scalar<bool>, set_flag, get_flag;
        /// The member `integer`. Required.
        integer: required Scalar<i32>, set_integer, get_integer;
        /// The member `double`. Required.
        double: required Scalar<f64>, set_double, get_double;
        /// The member `names`. Required.
        names: required Strings, set_names, get_names;
        /// The member `notes`. Required.
        notes: required StringMap, set_notes, get_notes;
        /// The member `blob`. Required.
        blob: required Value<Blob>, set_blob, get_blob;
        /// The member `document`. Required.
        document: required(Document::Null) Value<Document>, set_document, get_document;
        /// The member `colour`. Required.
        colour: required(Colour::from("")) Value<Colour>, set_colour, get_colour;
        /// The member `level`. Required.
        level: required Scalar<i32>, set_level, get_level;
        /// The member `timestamp`. Required.
        timestamp: required(DateTime::from_secs(0)) Value<DateTime>, set_timestamp, get_timestamp;
        /// The member `bigInteger`. Required.
        big_integer: required("0".parse::<BigInteger>().expect("a number of the model")) Value<BigInteger>,
            set_big_integer, get_big_integer;
        /// The member `bigDecimal`. Required.
        big_decimal: required("0".parse::<BigDecimal>().expect("a number of the model")) Value<BigDecimal>,
            set_big_decimal, get_big_decimal;
        /// The member `inner`. Required.
        inner: optional Value<Inner>, set_inner, get_inner;
        /// The member `choice`. Required.
        choice: optional Value<Choice>, set_choice, get_choice;
    }
}

// ---- src/types/client_optional.rs
/// The structure `ClientOptional`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ClientOptional {
    /// The member `integer`.
    pub integer: Option<i32>,
    /// The member `text`.
    pub text: Option<String>,
}

// ---- src/types/other_defaults.rs
structure! {
    /// Builder of [`OtherDefaults`](crate::types::OtherDefaults).
    #[derive(Clone, Debug, Default, PartialEq)]
    #[writable(OTHER_DEFAULTS_SCHEMA)]
    #[readable(OTHER_DEFAULTS_SCHEMA)]
    pub struct OtherDefaultsBuilder => always structure OtherDefaults {
        /// The member `text`.
        text: optional_or("a \"b\"".to_owned()) String, set_text, get_text;
        /// The member `flag`.
        flag: optional_or(true) Scalar<bool>, set_flag, get_flag;
        /// The member `byte`.
        byte: optional_or(-1) Scalar<i8>, set_byte, get_byte;
        /// The member `short`.
        short: optional_or(300) Scalar<i16>, set_short, get_short;
        /// The member `integer`.
        integer: optional_or(-70000) Scalar<i32>, set_integer, get_integer;
        /// The member `long`.
        long: optional_or(9000000000) Scalar<i64>, set_long, get_long;
        /// The member `float`.
        float: optional_or(1.5) Scalar<f32>, set_float, get_float;
        /// The member `double`.
        double: optional_or(-2.5) Scalar<f64>, set_double, get_double;
        /// The member `blob`.
        blob: optional_or(Blob::new(b"hello")) Value<Blob>, set_blob, get_blob;
        /// The member `document`.
        document: optional_or(Document::Bool(true)) Value<Document>, set_document, get_document;
        /// The member `colour`.
        colour: optional_or(Colour::from("red")) Value<Colour>, set_colour, get_colour;
        /// The member `level`.
        level: skip_default Scalar<i32>, set_level, get_level;
        /// The member `timestamp`.
        timestamp: optional_or(DateTime::from_secs(1700000000)) Value<DateTime>, set_timestamp,
            get_timestamp;
        /// The member `dateTime`.
        date_time: optional_or(DateTime::from_secs(1767225600)) Value<DateTime>, set_date_time,
            get_date_time;
        /// The member `bigInteger`.
        big_integer: optional_or("12".parse::<BigInteger>().expect("a number of the model")) Value<BigInteger>,
            set_big_integer, get_big_integer;
        /// The member `bigDecimal`.
        big_decimal: optional_or("1.25".parse::<BigDecimal>().expect("a number of the model")) Value<BigDecimal>,
            set_big_decimal, get_big_decimal;
        /// The member `smallest`.
        smallest: optional_or(-128) Scalar<i8>, set_smallest, get_smallest;
        /// The member `lowest`.
        lowest: optional_or(-9223372036854775808) Scalar<i64>, set_lowest, get_lowest;
        /// The member `tenth`.
        tenth: optional_or(0.1) Scalar<f32>, set_tenth, get_tenth;
        /// The member `largest`.
        largest: optional_or(340282350000000000000000000000000000000.0) Scalar<f32>, set_largest,
            get_largest;
        /// The member `notANumber`.
        not_a_number: optional_or(f64::NAN) Scalar<f64>, set_not_a_number, get_not_a_number;
        /// The member `infinite`.
        infinite: optional_or(f32::INFINITY) Scalar<f32>, set_infinite, get_infinite;
        /// The member `negativeInfinite`.
        negative_infinite: optional_or(f64::NEG_INFINITY) Scalar<f64>, set_negative_infinite,
            get_negative_infinite;
        /// The member `bytes`.
        bytes: optional_or(Blob::new(b"\xFB\xFF\0")) Value<Blob>, set_bytes, get_bytes;
        /// The member `halfPast`.
        half_past: optional_or(DateTime::from_secs_and_nanos(-2, 500000000)) Value<DateTime>,
            set_half_past, get_half_past;
        /// The member `documentNumber`.
        document_number: optional_or(Document::Number(Number::PosInt(3))) Value<Document>,
            set_document_number, get_document_number;
        /// The member `documentNegative`.
        document_negative: optional_or(Document::Number(Number::NegInt(-3))) Value<Document>,
            set_document_negative, get_document_negative;
        /// The member `documentFloat`.
        document_float: optional_or(Document::Number(Number::Float(0.5))) Value<Document>,
            set_document_float, get_document_float;
        /// The member `documentText`.
        document_text: optional_or(Document::String("a".to_owned())) Value<Document>,
            set_document_text, get_document_text;
        /// The member `documentList`.
        document_list: optional_or(Document::Array(Vec::new())) Value<Document>, set_document_list,
            get_document_list;
        /// The member `documentMap`.
        document_map: optional_or(Document::Object(HashMap::new())) Value<Document>,
            set_document_map, get_document_map;
        /// The member `bigText`.
        big_text: optional_or("123456789012345678901234567890".parse::<BigInteger>().expect("a number of the model")) Value<BigInteger>,
            set_big_text, get_big_text;
        /// The member `bigExponent`.
        big_exponent: optional_or("-1.5e300".parse::<BigDecimal>().expect("a number of the model")) Value<BigDecimal>,
            set_big_exponent, get_big_exponent;
    }
}

// ---- src/types/zero_defaults.rs
/// The structure `ZeroDefaults`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ZeroDefaults {
    /// The member `text`.
    pub text: String,
    /// The member `flag`.
    pub flag: bool,
    /// The member `byte`.
    pub byte: i8,
    /// The member `short`.
    pub short: i16,
    /// The member `integer`.
    pub integer: i32,
    /// The member `long`.
    pub long: i64,
    /// The member `float`.
    pub float: f32,
    /// The member `double`.
    pub double: f64,
    /// The member `names`.
    pub names: Vec<String>,
    /// The member `notes`.
    pub notes: HashMap<String, String>,
    /// The member `blob`.
    pub blob: Blob,
    /// The member `document`.
    pub document: Option<Document>,
    /// The member `level`.
    pub level: i32,
    /// The member `timestamp`.
    pub timestamp: DateTime,
    /// The member `bigInteger`.
    pub big_integer: BigInteger,
    /// The member `bigDecimal`.
    pub big_decimal: BigDecimal,
}

structure! {
    /// Builder of [`ZeroDefaults`](crate::types::ZeroDefaults).
    #[derive(Clone, Debug, Default, PartialEq)]
    #[writable(ZERO_DEFAULTS_SCHEMA)]
    #[readable(ZERO_DEFAULTS_SCHEMA)]
    pub struct ZeroDefaultsBuilder => always structure ZeroDefaults {
        /// The member `text`.
        text: skip_default String, set_text, get_text;
        /// The member `flag`.
        flag: skip_default Scalar<bool>, set_flag, get_flag;
        /// The member `byte`.
        byte: skip_default Scalar<i8>, set_byte, get_byte;
        /// The member `short`.
        short: skip_default Scalar<i16>, set_short, get_short;
        /// The member `integer`.
        integer: skip_default Scalar<i32>, set_integer, get_integer;
        /// The member `long`.
        long: skip_default Scalar<i64>, set_long, get_long;
        /// The member `float`.
        float: skip_default Scalar<f32>, set_float, get_float;
        /// The member `double`.
        double: skip_default Scalar<f64>, set_double, get_double;
        /// The member `names`.
        names: skip_default Strings, set_names, get_names;
        /// The member `notes`.
        notes: skip_default StringMap, set_notes, get_notes;
        /// The member `blob`.
        blob: skip_default Value<Blob>, set_blob, get_blob;
        /// The member `document`.
        document: optional Value<Document>, set_document, get_document;
        /// The member `level`.
        level: skip_default Scalar<i32>, set_level, get_level;
        /// The member `timestamp`.
        timestamp: optional_or(DateTime::from_secs(0)) Value<DateTime>, set_timestamp,
            get_timestamp;
        /// The member `bigInteger`.
        big_integer: optional_or("0".parse::<BigInteger>().expect("a number of the model")) Value<BigInteger>,
            set_big_integer, get_big_integer;
        /// The member `bigDecimal`.
        big_decimal: optional_or("0".parse::<BigDecimal>().expect("a number of the model")) Value<BigDecimal>,
            set_big_decimal, get_big_decimal;
    }
}
