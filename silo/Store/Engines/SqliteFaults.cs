using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Monitor.Silo.Store.Engines;

/// <summary>SQLite's failures in a sentence an operator can act on.</summary>
internal static class SqliteFaults
{
    public static string Explain(string file, SqliteException failure) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => $"Store:Path: {file} is not a SQLite database; name another path or move the file away.",
        raw.SQLITE_CORRUPT => $"Store:Path: the database {file} is damaged; restore it from a backup.",
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_CANTOPEN =>
            $"Store:Path: {file} cannot be opened for writing; give this user the right to write it and its directory.",
        raw.SQLITE_FULL => $"Store:Path: the disk that holds {file} is full; make room.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"Store:Path: {file} is locked by another program; close that program.",
        _ => $"Store:Path: {file} cannot be used ({failure.Message}).",
    };
}
