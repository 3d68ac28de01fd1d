/// A PostgreSQL data type by its object id, as in the catalogue `pg_type`.
@frozen
public struct PostgresType: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The object id.
    public let rawValue: UInt32

    /// Makes a type from its object id.
    @inlinable
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Left to the server to infer.
    @inlinable public static var unspecified: Self { Self(rawValue: 0) }
    /// The type `boolean`.
    @inlinable public static var bool: Self { Self(rawValue: 16) }
    /// The type `bytea`.
    @inlinable public static var bytea: Self { Self(rawValue: 17) }
    /// `"char"`, one byte, in system catalogues.
    @inlinable public static var char: Self { Self(rawValue: 18) }
    /// `name`, an identifier in system catalogues.
    @inlinable public static var name: Self { Self(rawValue: 19) }
    /// The type `bigint`.
    @inlinable public static var int8: Self { Self(rawValue: 20) }
    /// The type `smallint`.
    @inlinable public static var int2: Self { Self(rawValue: 21) }
    /// The type `integer`.
    @inlinable public static var int4: Self { Self(rawValue: 23) }
    /// The type `text`.
    @inlinable public static var text: Self { Self(rawValue: 25) }
    /// The type `oid`.
    @inlinable public static var oid: Self { Self(rawValue: 26) }
    /// The type `json`.
    @inlinable public static var json: Self { Self(rawValue: 114) }
    /// The type `real`.
    @inlinable public static var float4: Self { Self(rawValue: 700) }
    /// The type `double precision`.
    @inlinable public static var float8: Self { Self(rawValue: 701) }
    /// The type `character(n)`.
    @inlinable public static var bpchar: Self { Self(rawValue: 1042) }
    /// The type `character varying`.
    @inlinable public static var varchar: Self { Self(rawValue: 1043) }
    /// The type `date`.
    @inlinable public static var date: Self { Self(rawValue: 1082) }
    /// The type `timestamp with time zone`.
    @inlinable public static var timestamptz: Self { Self(rawValue: 1184) }
    /// The type `numeric`.
    @inlinable public static var numeric: Self { Self(rawValue: 1700) }
    /// `void`, what some functions return: an empty value.
    @inlinable public static var void: Self { Self(rawValue: 2278) }
    /// The type `uuid`.
    @inlinable public static var uuid: Self { Self(rawValue: 2950) }
    /// The type `jsonb`.
    @inlinable public static var jsonb: Self { Self(rawValue: 3802) }

    /// The first object id of types made in the database (enums, domains, extensions), not shipped with it.
    @usableFromInline static var firstUserDefined: UInt32 { 16_384 }

    /// Element types and the types of their arrays.
    private static let arrays: [(element: UInt32, array: UInt32, name: String)] = [
        (16, 1000, "boolean"), (17, 1001, "bytea"), (18, 1002, "\"char\""), (19, 1003, "name"), (20, 1016, "bigint"),
        (21, 1005, "smallint"), (23, 1007, "integer"), (25, 1009, "text"), (26, 1028, "oid"), (114, 199, "json"),
        (700, 1021, "real"), (701, 1022, "double precision"), (1042, 1014, "character"), (1043, 1015, "varchar"),
        (1082, 1182, "date"), (1114, 1115, "timestamp"), (1184, 1185, "timestamptz"), (1700, 1231, "numeric"),
        (2950, 2951, "uuid"), (3802, 3807, "jsonb"),
    ]

    /// The type of arrays of this type; unspecified when unknown.
    public var arrayType: PostgresType {
        Self.arrays.first { $0.element == rawValue }.map { PostgresType(rawValue: $0.array) } ?? .unspecified
    }

    /// Whether this is a built-in array type.
    public var isArray: Bool {
        Self.arrays.contains { $0.array == rawValue }
    }

    /// The SQL name of a built-in type, or its object id.
    public var description: String {
        for entry in Self.arrays {
            if entry.element == rawValue { return entry.name }
            if entry.array == rawValue { return entry.name + "[]" }
        }
        return rawValue == 2278 ? "void" : "oid \(rawValue)"
    }
}
