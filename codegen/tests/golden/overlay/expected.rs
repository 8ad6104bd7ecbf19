// ---- src/operation.rs
//! Operations, one module each.

/// The operation `GetThing`.
pub mod fetch_thing;

/// The operation `ListKinds`.
pub mod list_kinds;

/// The operation `ListParts`.
pub mod list_parts;

/// The operation `ListTags`.
pub mod list_tags;

/// The operation `ListThings`.
pub mod list_things;

// ---- src/operation/fetch_thing.rs
/// The operation `GetThing`.
///
#[cfg_attr(
    feature = "client",
    doc = " [`Client::fetch_thing`](crate::client::Client::fetch_thing) sends it."
)]
///
/// # Errors of the service
///
/// - [`NotFound`](FetchThingError::NotFound): The error `NotFound`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct FetchThing;

static OPERATION_SCHEMA: OperationSchema<'static> = operation_schema(
    shape_id!("example.overlay", "GetThing"),
    &INPUT_SCHEMA,
    &OUTPUT_SCHEMA,
    &[&NOT_FOUND_SCHEMA],
);

// ---- src/operation/fetch_thing/fluent_builder.rs
impl Client {
    /// The operation `GetThing`.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: &golden_overlay::Client) -> Result<(), golden_overlay::Error> {
    /// let output = client.fetch_thing().id("...").send().await?;
    /// println!("{output:?}");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors of the service
    ///
    /// - [`NotFound`](crate::types::error::NotFound): The error `NotFound`.
    pub fn fetch_thing(&self) -> FetchThingFluentBuilder {
        FetchThingFluentBuilder {
            handle: self.handle.clone(),
            inner: Default::default(),
        }
    }
}

// ---- src/operation/fetch_thing/input.rs
/// Input of `GetThing`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FetchThingInput {
    /// The member `id`.
    pub id: Option<String>,
}

schema! {
    INPUT_SCHEMA: Structure "example.overlay" "GetThingRequest" {
        0 "id": String;
    }
}

// ---- src/operation/fetch_thing/output.rs
/// Output of `GetThing`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FetchThingOutput {
    /// The member `thing`.
    pub thing: Option<Thing>,
    /// The member `state`.
    pub state: Option<State>,
    pub(crate) _request_id: Option<String>,
}

// ---- src/operation/list_kinds/paginator.rs
/// Reads the output of `ListKinds` page by page.
///
/// The model declares no paginator; this one is inferred from `next_token`, which input and
/// output share, and from `kinds`, the only list of the output.
#[derive(Debug)]
pub struct ListKindsPaginator {
    handle: Arc<Handle>,
    builder: ListKindsInputBuilder,
    stop_on_duplicate_token: bool,
}

    #[inline]
    fn next_token(page: &Self::Output) -> Option<Self::Token> {
        page.next_token.clone().filter(|token| !token.is_empty())
    }

/// Items of [`ListKindsPaginator`].
#[derive(Debug)]
pub struct ListKindsPaginatorItems(ListKindsPaginator);

// ---- src/operation/list_things/paginator.rs
/// Reads the output of `ListThings` page by page.
#[derive(Debug)]
pub struct ListThingsPaginator {
    handle: Arc<Handle>,
    builder: ListThingsInputBuilder,
    stop_on_duplicate_token: bool,
}

    #[inline]
    fn next_token(page: &Self::Output) -> Option<Self::Token> {
        page.after.clone().filter(|token| !token.is_empty())
    }

/// Items of [`ListThingsPaginator`].
#[derive(Debug)]
pub struct ListThingsPaginatorItems(ListThingsPaginator);

// ---- src/types/choice.rs
/// The union `Choice`: one of its variants.
#[deprecated(note = "deprecated by the service")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Choice {
    /// The member `text`.
    Text(String),
    /// The member `num`.
    Number(i32),
    /// A variant that this version of the crate does not list. It cannot be sent.
    Unknown,
}

schema! {
    CHOICE_SCHEMA: Union "example.overlay" "Choice" {
        0 "text": String;
        1 "num": Integer;
    }
}

// ---- src/types/error/not_found.rs
/// The structure `NotFound`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NotFound {
    /// The member `message`.
    pub message: Option<String>,
    pub(crate) meta: ErrorMetadata,
}

// ---- src/types/kind.rs
/// The values of `Kind`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// The value `t2.large`.
    T2Large,
    /// The value `small`.
    #[deprecated(note = "no longer sold")]
    Small,
    /// A value that this version of the crate does not list.
    Unknown(UnknownVariantValue),
}

impl Kind {
    /// Returns the value on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::T2Large => "t2.large",
            Self::Small => "small",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// Returns the values that this version of the crate lists.
    pub const fn values() -> &'static [&'static str] {
        &["t2.large", "small"]
    }

// ---- src/types/level.rs
/// Names for the values of `Level`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {}

impl Level {
    /// The value `1`.
    pub const LOW: i32 = 1;

    /// The value `2`.
    pub const TOP: i32 = 2;

    /// Returns the values that this version of the crate lists.
    pub const fn values() -> &'static [i32] {
        &[1, 2]
    }

// ---- src/types/piece.rs
/// The structure `Part`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Piece {
    /// The member `id`.
    pub id: Option<String>,
}

// ---- src/types/state.rs
/// The values of `State`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum State {
    /// The value `ready`.
    Ready,
    /// The value `gone`.
    Gone,
    /// A value that this version of the crate does not list.
    Unknown(UnknownVariantValue),
}

    /// Returns the values that this version of the crate lists.
    pub const fn values() -> &'static [&'static str] {
        &["ready", "gone"]
    }

// ---- src/types/tag.rs
/// A word and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Tag {
    /// The member `key`.
    pub key: Option<String>,
    /// The member `value`.
    pub value: Option<String>,
}

// ---- src/types/thing.rs
/// A thing, with what is known of it.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `thingType`.
    pub r#type: Option<String>,
    /// The member `password`.
    pub password: Option<String>,
    /// The member `hint`.
    pub hint: Option<String>,
    /// The member `old`.
    #[deprecated(note = "use `id` (since 2026-01-01)")]
    pub old: Option<String>,
    /// The member `kind`.
    pub kind: Option<Kind>,
    /// The member `level`.
    pub level: Option<i32>,
    /// The member `choice`.
    pub choice: Option<Choice>,
    /// The member `tags`.
    pub tags: Option<Vec<Tag>>,
}

impl fmt::Debug for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thing")
            .field("id", &self.id)
            .field("type", &self.r#type)
            .field("password", &REDACTED)
            .field("hint", &self.hint)
            .field("old", &self.old)
            .field("kind", &self.kind)
            .field("level", &self.level)
            .field("choice", &self.choice)
            .field("tags", &self.tags)
            .finish()
    }
}

impl fmt::Debug for ThingBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ThingBuilder")
            .field("id", &self.id)
            .field("type", &self.r#type)
            .field("password", &REDACTED)
            .field("hint", &self.hint)
            .field("old", &self.old)
            .field("kind", &self.kind)
            .field("level", &self.level)
            .field("choice", &self.choice)
            .field("tags", &self.tags)
            .finish()
    }
}

schema! {
    THING_SCHEMA: Structure "example.overlay" "Thing" {
        0 "id": String;
        1 "thingType": String;
        2 "password": String.with_sensitive();
        3 "hint": String;
        4 "old": String;
        5 "kind": String;
        6 "level": Integer;
        7 "choice": Union;
        8 "tags": List.with_list_member(&TAG_SCHEMA);
    }
}

// ---- src/waiters.rs
/// Waits until the thing is gone.
pub mod thing_gone;

// ---- src/waiters/thing_gone.rs
fn accept(
    _: &FetchThingInput,
    result: Result<&FetchThingOutput, &FetchThingError>,
) -> AcceptorState {
    match result {
        Ok(_) => AcceptorState::NoAcceptorsMatched,
        Err(error) => {
            if matches!(error, FetchThingError::NotFound(_)) {
                AcceptorState::Success
            } else {
                AcceptorState::NoAcceptorsMatched
            }
        }
    }
}
