// ---- src/operation/report/input.rs
schema! {
    INPUT_SCHEMA: Structure "example.weather" "ReportInput".with_http(HttpTrait::new("POST", "/reports", Some(200))).with_no_body_members() {
        0 "front": Structure.with_http_payload().with_xml_name("FrontReport").with_xml_namespace("https://weather.example/", None);
    }
}

// ---- src/operation/report/output.rs
schema! {
    OUTPUT_SCHEMA: Structure "example.weather" "ReportOutput" {
        0 "front": Structure.with_xml_name("Front").with_xml_namespace("https://weather.example/", None);
    }
}

// ---- src/types/area.rs
schema! {
    AREA_SCHEMA: Structure "example.weather" "Area".with_xml_namespace("https://area.example/", Some("w")) {
        0 "name": String;
    }
}

// ---- src/types/front.rs
schema! {
    FRONT_SCHEMA: Structure "example.weather" "Front".with_xml_namespace("https://weather.example/", None) {
        0 "id": String.with_xml_name("code").with_xml_attribute();
        1 "name": String;
        2 "winds": List.with_list_member(&WINDS_ELEMENT);
        3 "gusts": List.with_list_member(&prelude::INTEGER).with_xml_name("gust").with_xml_flattened();
        4 "parts": List.with_list_member(&PARTS_ELEMENT);
        5 "notes": Map.with_map_members(&NOTES_KEY, &NOTES_VALUE);
        6 "area": Structure.with_xml_namespace("https://area.example/", Some("w"));
    }
}
