//! Names of members in requests of EC2 Query.

use std::any::Any;

use aws_smithy_schema::{Schema, ShapeId, Trait, TraitMap, shape_id};

/// `aws.protocols#ec2QueryName`, which `Schema` has no method for.
#[derive(Debug)]
pub struct Ec2QueryName(&'static str);

static ID: ShapeId<'static> = shape_id!("aws.protocols", "ec2QueryName");

impl Ec2QueryName {
    /// Returns the name that a member has by this trait.
    pub fn of<'a>(member: &'a Schema<'_>) -> Option<&'a str> {
        let value = member.traits()?.get(&ID)?.as_any().downcast_ref::<Self>()?;
        Some(value.0)
    }
}

impl Trait for Ec2QueryName {
    fn trait_id(&self) -> &ShapeId<'static> {
        &ID
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// Creates the traits of a member that has this name only. See [`ec2_query_name!`](crate::ec2_query_name).
pub fn ec2_query_name_traits(name: &'static str) -> TraitMap {
    let mut traits = TraitMap::new();
    traits.insert(Box::new(Ec2QueryName(name)));
    traits
}

/// Traits for `Schema::with_traits`, of a member that `aws.protocols#ec2QueryName` names.
///
/// ```text
/// 0 "groupIds": List.with_list_member(&prelude::STRING).with_traits(ec2_query_name!("SecurityGroupId"));
/// ```
#[macro_export]
#[doc(hidden)]
macro_rules! ec2_query_name {
    ($name:literal) => {{
        static TRAITS: ::std::sync::LazyLock<$crate::__private::aws_smithy_schema::TraitMap> =
            ::std::sync::LazyLock::new(|| $crate::wire::ec2_query_name_traits($name));
        &TRAITS
    }};
}
