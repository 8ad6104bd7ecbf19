$version: "2.0"

namespace example.bad

service Bad {
    version: "2026-01-01"
}
