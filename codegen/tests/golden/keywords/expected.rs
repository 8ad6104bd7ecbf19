// ---- src/operation.rs
//! Operations, one module each.

pub use ::aws_types::request_id::RequestId;

/// The operation `Gen`.
pub mod _gen;

/// The operation `Loop`.
pub mod _loop;

/// The operation `Move`.
pub mod _move;

/// The operation `While`.
pub mod _while;

/// The operation `Yield`.
pub mod _yield;

// ---- src/operation/_gen.rs
/// The operation `Gen`.
///
#[cfg_attr(
    feature = "client",
    doc = " [`Client::_gen`](crate::client::Client::_gen) sends it."
)]
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Gen;

// ---- src/types.rs
//! Structures, enums and unions that the operations use.

pub mod builders;
pub mod error;
pub(crate) mod _async;
pub(crate) mod _box;
pub(crate) mod _crate;
pub(crate) mod _enum;
pub(crate) mod _match;
pub(crate) mod _struct;
pub(crate) mod _super;
pub(crate) mod _true;
pub(crate) mod _type;
pub(crate) mod members;
pub(crate) mod numbers;
pub(crate) mod self_value;
pub(crate) mod shapes;
pub(crate) mod values;
pub(crate) mod variants;

pub use self::_async::Async;
pub use self::_box::Box;
pub use self::_crate::Crate;
pub use self::_enum::Enum;
pub use self::_match::Match;
pub use self::_struct::Struct;
pub use self::_super::Super;
pub use self::_true::True;
pub use self::_type::Type;
pub use self::members::Members;
pub use self::numbers::Numbers;
pub use self::self_value::SelfValue;
pub use self::shapes::Shapes;
pub use self::values::Values;
pub use self::variants::Variants;

// ---- src/types/_box.rs
/// The structure `Box`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Box {
    /// The member `box`.
    pub r#box: Option<String>,
}

// ---- src/types/error/_fn.rs
/// The structure `Fn`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fn {
    /// The member `self`.
    pub self_: Option<String>,
    /// Message of the error.
    pub message: Option<String>,
    pub(crate) meta: ErrorMetadata,
}

// ---- src/types/members.rs
/// The structure `Members`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Members {
    /// The member `abstract`.
    pub r#abstract: Option<String>,
    /// The member `as`.
    pub r#as: Option<String>,
    /// The member `async`.
    pub r#async: Option<String>,
    /// The member `await`.
    pub r#await: Option<String>,
    /// The member `become`.
    pub r#become: Option<String>,
    /// The member `box`.
    pub r#box: Option<String>,
    /// The member `break`.
    pub r#break: Option<String>,
    /// The member `const`.
    pub r#const: Option<String>,
    /// The member `continue`.
    pub r#continue: Option<String>,
    /// The member `crate`.
    pub crate_: Option<String>,
    /// The member `do`.
    pub r#do: Option<String>,
    /// The member `dyn`.
    pub r#dyn: Option<String>,
    /// The member `else`.
    pub r#else: Option<String>,
    /// The member `enum`.
    pub r#enum: Option<String>,
    /// The member `extern`.
    pub r#extern: Option<String>,
    /// The member `false`.
    pub r#false: Option<String>,
    /// The member `final`.
    pub r#final: Option<String>,
    /// The member `fn`.
    pub r#fn: Option<String>,
    /// The member `for`.
    pub r#for: Option<String>,
    /// The member `gen`.
    pub r#gen: Option<String>,
    /// The member `if`.
    pub r#if: Option<String>,
    /// The member `impl`.
    pub r#impl: Option<String>,
    /// The member `in`.
    pub r#in: Option<String>,
    /// The member `let`.
    pub r#let: Option<String>,
    /// The member `loop`.
    pub r#loop: Option<String>,
    /// The member `macro`.
    pub r#macro: Option<String>,
    /// The member `match`.
    pub r#match: Option<String>,
    /// The member `mod`.
    pub r#mod: Option<String>,
    /// The member `move`.
    pub r#move: Option<String>,
    /// The member `mut`.
    pub r#mut: Option<String>,
    /// The member `override`.
    pub r#override: Option<String>,
    /// The member `priv`.
    pub r#priv: Option<String>,
    /// The member `pub`.
    pub r#pub: Option<String>,
    /// The member `ref`.
    pub r#ref: Option<String>,
    /// The member `return`.
    pub r#return: Option<String>,
    /// The member `self`.
    pub self_: Option<String>,
    /// The member `static`.
    pub r#static: Option<String>,
    /// The member `struct`.
    pub r#struct: Option<String>,
    /// The member `super`.
    pub super_: Option<String>,
    /// The member `trait`.
    pub r#trait: Option<String>,
    /// The member `true`.
    pub r#true: Option<String>,
    /// The member `try`.
    pub r#try: Option<String>,
    /// The member `type`.
    pub r#type: Option<String>,
    /// The member `typeof`.
    pub r#typeof: Option<String>,
    /// The member `union`.
    pub union: Option<String>,
    /// The member `unsafe`.
    pub r#unsafe: Option<String>,
    /// The member `unsized`.
    pub r#unsized: Option<String>,
    /// The member `use`.
    pub r#use: Option<String>,
    /// The member `virtual`.
    pub r#virtual: Option<String>,
    /// The member `where`.
    pub r#where: Option<String>,
    /// The member `while`.
    pub r#while: Option<String>,
    /// The member `yield`.
    pub yield_: Option<String>,
}

// ---- src/types/numbers.rs
/// Names for the values of `Numbers`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Numbers {}

// ---- src/types/self_value.rs
/// The structure `Self`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct SelfValue {
    /// The member `self`.
    pub self_: Option<String>,
}

// ---- src/types/values.rs
/// The values of `Values`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Values {
    /// The value `abstract`.
    Abstract,
    /// The value `as`.
    As,
    /// The value `async`.
    Async,
    /// The value `await`.
    Await,
    /// The value `become`.
    Become,
    /// The value `box`.
    Box,
    /// The value `break`.
    Break,
    /// The value `const`.
    Const,
    /// The value `continue`.
    Continue,
    /// The value `crate`.
    Crate,
    /// The value `do`.
    Do,
    /// The value `dyn`.
    Dyn,
    /// The value `else`.
    Else,
    /// The value `enum`.
    Enum,
    /// The value `extern`.
    Extern,
    /// The value `false`.
    False,
    /// The value `final`.
    Final,
    /// The value `fn`.
    Fn,
    /// The value `for`.
    For,
    /// The value `gen`.
    Gen,
    /// The value `if`.
    If,
    /// The value `impl`.
    Impl,
    /// The value `in`.
    In,
    /// The value `let`.
    Let,
    /// The value `loop`.
    Loop,
    /// The value `macro`.
    Macro,
    /// The value `match`.
    Match,
    /// The value `mod`.
    Mod,
    /// The value `move`.
    Move,
    /// The value `mut`.
    Mut,
    /// The value `override`.
    Override,
    /// The value `priv`.
    Priv,
    /// The value `pub`.
    Pub,
    /// The value `ref`.
    Ref,
    /// The value `return`.
    Return,
    /// The value `self`.
    SelfValue,
    /// The value `static`.
    Static,
    /// The value `struct`.
    Struct,
    /// The value `super`.
    Super,
    /// The value `trait`.
    Trait,
    /// The value `true`.
    True,
    /// The value `try`.
    Try,
    /// The value `type`.
    Type,
    /// The value `typeof`.
    Typeof,
    /// The value `union`.
    Union,
    /// The value `unsafe`.
    Unsafe,
    /// The value `unsized`.
    Unsized,
    /// The value `use`.
    Use,
    /// The value `virtual`.
    Virtual,
    /// The value `where`.
    Where,
    /// The value `while`.
    While,
    /// The value `yield`.
    Yield,
    /// A value that this version of the crate does not list.
    Unknown(UnknownVariantValue),
}
