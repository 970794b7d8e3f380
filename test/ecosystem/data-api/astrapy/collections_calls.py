"""Everyday calls for collections and their documents: python collections_calls.py URL TOKEN DATABASE REGION"""

import datetime

from astrapy.constants import DefaultIdType, ReturnDocument, SortMode, VectorMetric
from astrapy.data_types import DataAPITimestamp, DataAPIVector
from astrapy.exceptions import CollectionInsertManyException, TooManyDocumentsToCountException
from astrapy.ids import UUID, ObjectId, uuid7
from astrapy.info import CollectionDefinition

from checks import databases, expect, expect_refusal, own_client, url


def schemas(database):
    definition = (
        CollectionDefinition.builder()
        .with_vector_dimension(3)
        .with_vector_metric(VectorMetric.DOT_PRODUCT)
        .with_indexing("deny", ["text"])
        .with_default_id(DefaultIdType.UUIDV7)
        .build()
    )
    made = database.create_collection("made", definition=definition)
    database.create_collection("made", definition=definition)
    other = {"vector": {"dimension": 4}}
    expect_refusal(
        "other settings", "EXISTING_COLLECTION_DIFFERENT_SETTINGS",
        lambda: database.create_collection("made", definition=other),
    )
    expect("names", database.list_collection_names(), ["made"])
    options = database.list_collections()[0].definition
    expect("vector", [options.vector.dimension, options.vector.metric], [3, "dot_product"])
    expect("indexing", made.options().indexing, {"deny": ["text"]})
    expect("id", isinstance(made.insert_one({"text": "a"}).inserted_id, UUID), True)
    expect("full name", made.full_name, "py.made")
    made.drop()
    database.create_collection("plain")
    database.drop_collection("plain")
    expect("dropped", database.list_collection_names(), [])


def reads(database):
    people = database.create_collection("people")
    expect("insert", people.insert_one({"_id": "ada", "name": "Ada", "born": 1815}).inserted_id, "ada")
    many = [{"_id": f"p{n}", "n": n, "parity": n % 2, "tags": [f"t{n % 5}"]} for n in range(260)]
    expect("insert many", len(set(people.insert_many(many, concurrency=8).inserted_ids)), 260)
    expect("insert in order", people.insert_many([{"_id": "x"}, {"_id": "y"}], ordered=True).inserted_ids, ["x", "y"])
    expect("find one", people.find_one({"name": "Ada"}), {"_id": "ada", "name": "Ada", "born": 1815})
    expect("projection", people.find_one({"_id": "ada"}, projection={"born": True, "_id": False}), {"born": 1815})
    expect("no such", people.find_one({"_id": "nobody"}), None)
    expect("sorted one", people.find_one({"n": {"$lt": 200}}, sort={"n": SortMode.DESCENDING})["n"], 199)
    expect("pages", len({entry["_id"] for entry in people.find({"parity": 1})}), 130)
    found = people.find({"parity": 0}, sort={"n": SortMode.ASCENDING}, skip=2, limit=3)
    expect("sort, skip, limit", [entry["n"] for entry in found], [4, 6, 8])
    expect("limit over pages", len(people.find({}, limit=120).to_list()), 120)
    expect("count", people.count_documents({"parity": 1}, upper_bound=1000), 130)
    try:
        people.count_documents({}, upper_bound=10)
        raise AssertionError("counted beyond the bound")
    except TooManyDocumentsToCountException:
        print("too many to count")
    expect("estimate", people.estimated_document_count() >= 0, True)
    expect("distinct", sorted(people.distinct("tags", filter={"n": {"$lt": 50}})), ["t0", "t1", "t2", "t3", "t4"])
    cursor = people.find({}, projection={"n": True}).map(lambda entry: entry.get("n"))
    expect("has next", cursor.has_next(), True)
    expect("consumed", len([n for n in cursor if n is not None]), 260)
    expect("closed", [cursor.state.value, cursor.buffered_count], ["closed", 0])
    cursor.rewind()
    cursor.for_each(lambda n: None)
    page = people.find({}).fetch_next_page()
    rest = people.find({}, initial_page_state=page.next_page_state).to_list()
    expect("from a page state", [len(page.results), len(rest)], [50, 213])
    people.drop()


def writes(database):
    notes = database.create_collection("notes")
    notes.insert_many([{"_id": n, "n": n, "done": False, "tags": ["a"]} for n in range(70)])
    info = notes.update_one({"_id": 1}, {"$set": {"done": True}, "$inc": {"n": 10}}).update_info
    expect("update", [info["n"], info["nModified"]], [1, 1])
    info = notes.update_one({"_id": "new"}, {"$set": {"done": False}}, upsert=True).update_info
    expect("upsert", [info["n"], info["upserted"]], [1, "new"])
    expect("update many", notes.update_many({"done": False}, {"$set": {"done": True}}).update_info["nModified"], 70)
    changed = notes.find_one_and_update(
        {"_id": 2},
        {"$push": {"tags": "b"}, "$unset": {"done": ""}, "$rename": {"n": "number"}},
        return_document=ReturnDocument.AFTER,
    )
    expect("find and update", changed, {"_id": 2, "tags": ["a", "b"], "number": 2})
    expect("find no such and update", notes.find_one_and_update({"_id": -2}, {"$set": {"n": 1}}), None)
    replaced = notes.find_one_and_replace({"_id": 3}, {"replaced": True}, return_document=ReturnDocument.AFTER)
    expect("find and replace", replaced, {"_id": 3, "replaced": True})
    expect("replace", notes.replace_one({"_id": 4}, {"n": "four"}).update_info["nModified"], 1)
    expect("replace or insert", notes.replace_one({"_id": "more"}, {"n": 5}, upsert=True).update_info["upserted"], "more")
    expect("find and delete", notes.find_one_and_delete({"_id": 4}), {"_id": 4, "n": "four"})
    expect("find no such and delete", notes.find_one_and_delete({"_id": 4}), None)
    expect("delete", notes.delete_one({"_id": 5}).deleted_count, 1)
    expect("delete no such", notes.delete_one({"_id": 5}).deleted_count, 0)
    expect("delete many", notes.delete_many({"n": {"$gte": 10, "$lt": 60}}).deleted_count, 51)
    expect("delete all", notes.delete_many({}).deleted_count, -1)
    expect("none left", notes.count_documents({}, upper_bound=10), 0)
    notes.drop()


def failures(database):
    failing = database.create_collection("failing")
    failing.insert_one({"_id": "here"})
    expect_refusal("same id", "DOCUMENT_ALREADY_EXISTS", lambda: failing.insert_one({"_id": "here"}))
    try:
        failing.insert_many([{"_id": "a"}, {"_id": "here"}, {"_id": "b"}], ordered=False)
        raise AssertionError("inserted twice")
    except CollectionInsertManyException as error:
        expect("what was inserted", sorted(error.inserted_ids), ["a", "b"])
    failing.drop()


def values(database):
    kept = database.create_collection("kept")
    document = {
        "_id": uuid7(),
        "at": DataAPITimestamp.from_string("2026-01-02T03:04:05.678Z"),
        "object": ObjectId("507f191e810c19729de860ea"),
        "nested": {"list": [1, 2.5, None, "text", {"deep": True}], "empty": {}},
    }
    kept.insert_one(document)
    expect("values", kept.find_one({"_id": document["_id"]}), document)
    after = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
    expect("by date", kept.find_one({"at": {"$gte": after}}), document)
    expect("by object id", kept.find_one({"object": document["object"]}), document)
    kept.drop()


def vectors(database):
    definition = CollectionDefinition.builder().with_vector_dimension(2).with_vector_metric(VectorMetric.COSINE).build()
    points = database.create_collection("points", definition=definition)
    many = [
        {"_id": n, "even": n % 2 == 0, "$vector": DataAPIVector([1, n / 100]) if n % 3 else [1, n / 100]}
        for n in range(120)
    ]
    points.insert_many(many)
    best = points.find(
        {"even": True}, sort={"$vector": [1, 0.1]}, limit=3, include_similarity=True, projection={"$vector": True}
    ).to_list()
    expect("best first", [entry["_id"] for entry in best], [10, 12, 8])
    expect("similarity", round(best[0]["$similarity"], 5), 1.0)
    expect("vector", [round(part, 5) for part in best[0]["$vector"]], [1.0, 0.1])
    cursor = points.find({}, sort={"$vector": DataAPIVector([1, 0])}, include_sort_vector=True)
    expect("vector of the sort", list(cursor.get_sort_vector()), [1.0, 0.0])
    expect("all by distance", len(cursor.to_list()), 120)
    expect("nearest", points.find_one({}, sort={"$vector": [1, 1.19]})["_id"], 119)
    expect_refusal("another dimension", "INVALID_VECTOR_LENGTH", lambda: points.insert_one({"$vector": [1, 2, 3]}))
    points.drop()


own_client().get_database(url).get_database_admin().create_keyspace("py")
for kind, database in databases("py"):
    print(f"{kind}:")
    for calls in (schemas, reads, writes, failures, values, vectors):
        calls(database)
print("All calls were answered as expected.")
