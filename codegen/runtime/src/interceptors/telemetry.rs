//! Input members in metrics and traces.

use std::fmt::Display;

use aws_smithy_schema::{
    Schema,
    serde::{SerdeError, SerializableStruct, ShapeSerializer},
};
use aws_smithy_types::{
    BigDecimal, BigInteger, Blob, DateTime, Document,
    config_bag::ConfigBag,
    telemetry::{CapturedTelemetryAttributes, RequestedTelemetryAttributes},
};

/// Captures the requested members of `input` that are text, numbers or booleans.
pub(super) fn capture_input(input: &dyn SerializableStruct, cfg: &mut ConfigBag) -> Result<(), SerdeError> {
    let requested = cfg.load::<RequestedTelemetryAttributes>();
    let Some(requested) = requested.filter(|requested| !requested.is_empty()) else {
        return Ok(());
    };
    let mut capture = Capture { requested, captured: CapturedTelemetryAttributes::new() };
    input.serialize_members(&mut capture)?;
    let captured = capture.captured;
    cfg.interceptor_state().store_put(captured);
    Ok(())
}

/// Serializer that records members.
struct Capture<'a> {
    requested: &'a RequestedTelemetryAttributes,
    captured: CapturedTelemetryAttributes,
}

impl Capture<'_> {
    fn note(&mut self, member: &Schema<'_>, value: &dyn Display) {
        if let Some(name) = member.member_name()
            && self.requested.should_capture(name)
            && member.sensitive().is_none()
        {
            self.captured.insert(name, value.to_string());
        }
    }
}

type Elements<'a> = &'a dyn Fn(&mut dyn ShapeSerializer) -> Result<(), SerdeError>;

impl ShapeSerializer for Capture<'_> {
    fn write_struct(&mut self, _: &Schema<'_>, _: &dyn SerializableStruct) -> Result<(), SerdeError> {
        Ok(())
    }

    fn write_list(&mut self, _: &Schema<'_>, _: Elements<'_>) -> Result<(), SerdeError> {
        Ok(())
    }

    fn write_map(&mut self, _: &Schema<'_>, _: Elements<'_>) -> Result<(), SerdeError> {
        Ok(())
    }

    fn write_boolean(&mut self, schema: &Schema<'_>, value: bool) -> Result<(), SerdeError> {
        self.note(schema, &value);
        Ok(())
    }

    fn write_byte(&mut self, schema: &Schema<'_>, value: i8) -> Result<(), SerdeError> {
        self.note(schema, &value);
        Ok(())
    }

    fn write_short(&mut self, schema: &Schema<'_>, value: i16) -> Result<(), SerdeError> {
        self.note(schema, &value);
        Ok(())
    }

    fn write_integer(&mut self, schema: &Schema<'_>, value: i32) -> Result<(), SerdeError> {
        self.note(schema, &value);
        Ok(())
    }

    fn write_long(&mut self, schema: &Schema<'_>, value: i64) -> Result<(), SerdeError> {
        self.note(schema, &value);
        Ok(())
    }

    fn write_float(&mut self, schema: &Schema<'_>, value: f32) -> Result<(), SerdeError> {
        self.note(schema, &value);
        Ok(())
    }

    fn write_double(&mut self, schema: &Schema<'_>, value: f64) -> Result<(), SerdeError> {
        self.note(schema, &value);
        Ok(())
    }

    fn write_big_integer(&mut self, _: &Schema<'_>, _: &BigInteger) -> Result<(), SerdeError> {
        Ok(())
    }

    fn write_big_decimal(&mut self, _: &Schema<'_>, _: &BigDecimal) -> Result<(), SerdeError> {
        Ok(())
    }

    fn write_string(&mut self, schema: &Schema<'_>, value: &str) -> Result<(), SerdeError> {
        self.note(schema, &value);
        Ok(())
    }

    fn write_blob(&mut self, _: &Schema<'_>, _: Blob) -> Result<(), SerdeError> {
        Ok(())
    }

    fn write_timestamp(&mut self, _: &Schema<'_>, _: &DateTime) -> Result<(), SerdeError> {
        Ok(())
    }

    fn write_document(&mut self, _: &Schema<'_>, _: &Document) -> Result<(), SerdeError> {
        Ok(())
    }

    fn write_null(&mut self, _: &Schema<'_>) -> Result<(), SerdeError> {
        Ok(())
    }
}
