"""Everyday calls for tables and their rows: python tables_calls.py URL TOKEN DATABASE REGION"""

import datetime
import decimal
import ipaddress
import math

from astrapy.constants import SortMode, VectorMetric
from astrapy.data_types import (
    DataAPIDate,
    DataAPIDictUDT,
    DataAPIDuration,
    DataAPIMap,
    DataAPISet,
    DataAPITime,
    DataAPITimestamp,
    DataAPIVector,
)
from astrapy.exceptions import TableInsertManyException
from astrapy.ids import UUID
from astrapy.info import (
    AlterTableAddColumns,
    AlterTableDropColumns,
    AlterTypeAddFields,
    AlterTypeRenameFields,
    ColumnType,
    CreateTableDefinition,
    CreateTypeDefinition,
    TableIndexOptions,
    TableVectorIndexOptions,
)

from checks import databases, expect, expect_refusal, own_client, url

SCALARS = (
    "ascii bigint blob boolean date decimal double duration float inet int smallint text time timestamp tinyint uuid varint"
).split()


def games():
    return (
        CreateTableDefinition.builder()
        .add_column("title", ColumnType.TEXT)
        .add_column("round", ColumnType.INT)
        .add_column("score", ColumnType.INT)
        .add_column("winner", ColumnType.TEXT)
        .add_set_column("tags", ColumnType.TEXT)
        .add_vector_column("place", dimension=2)
        .add_partition_by(["title"])
        .add_partition_sort({"round": SortMode.ASCENDING})
        .build()
    )


def schemas(database):
    made = database.create_table("made", definition=games())
    database.create_table("made", definition=games(), if_not_exists=True)
    expect_refusal("same table", "CANNOT_ADD_EXISTING_TABLE", lambda: database.create_table("made", definition=games()))
    expect("names", database.list_table_names(), ["made"])
    made.alter(AlterTableAddColumns.coerce({"columns": {"note": "text", "more": {"type": "list", "valueType": "int"}}}))
    made.alter(AlterTableDropColumns(columns=["more"]))
    definition = made.definition()
    expect("columns", sorted(definition.columns), ["note", "place", "round", "score", "tags", "title", "winner"])
    expect("key", definition.primary_key.as_dict(), {"partitionBy": ["title"], "partitionSort": {"round": 1}})
    expect("listed", [entry.name for entry in database.list_tables()], ["made"])
    made.create_index("by_winner", "winner", options=TableIndexOptions(case_sensitive=False))
    made.create_index("by_winner", "winner", if_not_exists=True)
    made.create_index("by_tag", "tags")
    made.create_vector_index("by_place", "place", options=TableVectorIndexOptions(metric=VectorMetric.EUCLIDEAN))
    expect("indexes", sorted(made.list_index_names()), ["by_place", "by_tag", "by_winner"])
    described = {index.name: index.definition for index in made.list_indexes()}
    expect("vector index", described["by_place"].options.metric, "euclidean")
    expect("index", described["by_winner"].options.case_sensitive, False)
    database.drop_table_index("by_winner")
    database.drop_table_index("by_winner", if_exists=True)
    expect_refusal("no such index", "CANNOT_DROP_UNKNOWN_INDEX", lambda: database.drop_table_index("by_winner"))
    made.drop()
    database.drop_table("made", if_exists=True)
    expect("dropped", database.list_table_names(), [])


def rows(database):
    table = database.create_table("games", definition=games())
    inserted = table.insert_one({"title": "chess", "round": 1, "score": 3, "tags": {"b", "a"}})
    expect("insert", [inserted.inserted_id, inserted.inserted_id_tuple], [{"title": "chess", "round": 1}, ("chess", 1)])
    many = [{"title": f"g{n % 3}", "round": n, "score": n % 7} for n in range(230)]
    expect("insert many", len(table.insert_many(many).inserted_ids), 230)
    row = {"title": "chess", "round": 1, "score": 3, "winner": None, "tags": DataAPISet(["a", "b"]), "place": None}
    expect("find one", table.find_one({"title": "chess", "round": 1}), row)
    expect("projection", table.find_one({"title": "chess", "round": 1}, projection={"score": True}), {"score": 3})
    expect("no such", table.find_one({"title": "chess", "round": 2}), None)
    expect("pages", len(table.find({}).to_list()), 231)
    rounds = [entry["round"] for entry in table.find({"title": "g1"}, sort={"round": SortMode.DESCENDING})]
    expect("along the clustering order", [len(rounds), rounds == sorted(rounds, reverse=True)], [77, True])
    expect("range", len(table.find({"title": "g1", "round": {"$gte": 100, "$lt": 110}}).to_list()), 4)
    expect("in, limit", len(table.find({"title": {"$in": ["g1", "g2"]}}, limit=60).to_list()), 60)
    best = table.find({"title": "g2"}, sort={"score": SortMode.DESCENDING}, limit=3)
    expect("by a column", [entry["score"] for entry in best], [6, 6, 6])
    expect("distinct", sorted(table.distinct("title")), ["chess", "g0", "g1", "g2"])
    key = {"title": "g1", "round": 1}
    table.update_one(key, {"$set": {"winner": "Ada", "tags": DataAPISet(["won"])}, "$unset": {"score": ""}})
    table.update_one(key, {"$push": {"tags": "late"}})
    changed = table.find_one(key)
    expect("update", [changed["winner"], changed["score"], set(changed["tags"])], ["Ada", None, {"late", "won"}])
    table.delete_one(key)
    expect("delete", table.find_one(key), None)
    table.delete_many({"title": "g1", "round": {"$lt": 100}})
    expect("delete many", len(table.find({"title": "g1"}).to_list()), 44)
    table.delete_many({})
    expect("delete all", table.find({}).to_list(), [])
    expect_refusal(
        "half a key", "MISSING_FULL_PRIMARY_KEY_FOR_UPDATE_DELETE",
        lambda: table.update_one({"title": "g1"}, {"$set": {"score": 1}}),
    )
    try:
        table.insert_many([{"title": "a", "round": 1}, {"title": "b", "round": "two"}, {"title": "c", "round": 3}])
        raise AssertionError("inserted a text as a number")
    except TableInsertManyException as error:
        expect("what was inserted", sorted(error.inserted_id_tuples), [("a", 1), ("c", 3)])
    table.drop()


def vectors(database):
    places = database.create_table("places", definition=games())
    places.create_vector_index("places_place", "place", options=TableVectorIndexOptions(metric=VectorMetric.COSINE))
    places.create_index("places_score", "score")
    places.insert_many(
        [{"title": "p", "round": n, "score": n % 2, "place": DataAPIVector([1, n / 100])} for n in range(110)]
    )
    best = places.find({"score": 1}, sort={"place": [1, 0.31]}, limit=3, include_similarity=True).to_list()
    expect("best first", [entry["round"] for entry in best], [31, 33, 29])
    expect("similarity", round(best[0]["$similarity"], 5), 1.0)
    cursor = places.find({}, sort={"place": DataAPIVector([1, 0])}, include_sort_vector=True)
    expect("vector of the sort", list(cursor.get_sort_vector()), [1.0, 0.0])
    expect("all by distance", len(cursor.to_list()), 110)
    expect("nearest", places.find_one({}, sort={"place": [1, 2]})["round"], 109)
    places.drop()


def types(database):
    database.create_type("person", definition=CreateTypeDefinition(fields={"name": "text", "born": "date"}))
    database.create_type("person", definition={"fields": {"name": "text"}}, if_not_exists=True)
    database.alter_type("person", AlterTypeAddFields(fields={"size": "decimal"}))
    database.alter_type("person", AlterTypeRenameFields(fields={"size": "height"}))
    expect("type names", database.list_type_names(), ["person"])
    [listed] = database.list_types()
    expect("type", [listed.udt_name, sorted(listed.definition.fields)], ["person", ["born", "height", "name"]])


def values(database):
    definition = CreateTableDefinition.coerce(
        {
            "columns": {
                **{name: name for name in SCALARS},
                "vector": {"type": "vector", "dimension": 3},
                "list": {"type": "list", "valueType": "varint"},
                "set": {"type": "set", "valueType": "uuid"},
                "map": {"type": "map", "keyType": "text", "valueType": "duration"},
                "numbers": {"type": "map", "keyType": "int", "valueType": "text"},
                "person": {"type": "userDefined", "udtName": "person"},
                "people": {"type": "list", "valueType": {"type": "userDefined", "udtName": "person"}},
                "by_name": {"type": "map", "keyType": "text", "valueType": {"type": "userDefined", "udtName": "person"}},
            },
            "primaryKey": "uuid",
        }
    )
    table = database.create_table("kept", definition=definition)
    id = UUID("550e8400-e29b-41d4-a716-446655440000")
    ada = DataAPIDictUDT({"name": "Ada", "born": DataAPIDate.from_string("1815-12-10"), "height": decimal.Decimal("1.6")})
    alan = DataAPIDictUDT({"name": "Alan", "born": None, "height": None})
    row = {
        "ascii": "ascii",
        "bigint": 9223372036854775807,
        "blob": b"\x00\x01\xfe\xff",
        "boolean": True,
        "date": DataAPIDate.from_string("2024-02-29"),
        "decimal": decimal.Decimal("123456789012345678901234567890.123456789"),
        "double": 1.5e300,
        "duration": DataAPIDuration.from_string("P1M2DT3H4M5.006007008S"),
        "float": 0.25,
        "inet": ipaddress.ip_address("2001:db8::1"),
        "int": -2147483648,
        "smallint": 32767,
        "text": 'tëxt 🦉 "quoted"',
        "time": DataAPITime.from_string("10:11:12.123456789"),
        "timestamp": DataAPITimestamp.from_string("2024-02-29T10:11:12.345Z"),
        "tinyint": -128,
        "uuid": id,
        "varint": 123456789012345678901234567890,
        "vector": DataAPIVector([0.5, -0.25, 1.0]),
        "list": [1, 123456789012345678901234567890],
        "set": DataAPISet([id]),
        "map": DataAPIMap({"long": DataAPIDuration.from_string("P1Y2M")}),
        "numbers": DataAPIMap({1: "one", 2: "two"}),
        "person": ada,
        "people": [ada, alan],
        "by_name": DataAPIMap({"ada": ada}),
    }
    table.insert_one(row)
    found = table.find_one({"uuid": id})
    for name, value in row.items():
        expect(f"a value of {name}", found[name], value)
    other = table.insert_one({"uuid": UUID("650e8400-e29b-41d4-a716-446655440000")}).inserted_id
    empty = table.find_one(other)
    expect("nulls", {name for name in SCALARS if empty[name] is not None}, {"uuid"})
    expect("empty collections", [empty["list"], len(empty["set"]), len(empty["map"]), empty["people"]], [[], 0, 0, []])
    table.update_one(other, {"$set": {"double": math.nan, "float": -math.inf, "date": datetime.date(2026, 1, 2)}})
    numbers = table.find_one(other, projection={"double": True, "float": True, "date": True})
    expect("numbers that are none", [math.isnan(numbers["double"]), numbers["float"]], [True, -math.inf])
    for name in ("bigint", "decimal", "varint", "timestamp", "date", "time", "inet", "blob"):
        expect(f"by {name}", [found["uuid"] for found in table.find({name: row[name]}, projection={"uuid": True})], [id])
    table.drop()
    database.drop_type("person")
    database.drop_type("person", if_exists=True)


own_client().get_database(url).get_database_admin().create_keyspace("py")
for kind, database in databases("py"):
    print(f"{kind}:")
    for calls in (schemas, rows, vectors, types, values):
        calls(database)
print("All calls were answered as expected.")
