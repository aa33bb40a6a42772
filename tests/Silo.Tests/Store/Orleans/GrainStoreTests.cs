using System.Data.Common;
using Npgsql;

namespace Monitor.Silo.Tests.Store.Orleans;

/// <summary>Asks the queries as Orleans' packages do: by their keys, with the packages' parameters.</summary>
public sealed class GrainStoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_state_is_written_read_cleared_and_deleted_by_its_version()
    {
        await using var store = await TestStore.Open(TestStore.Postgres);

        Assert.Equal(1, await Write(store, null, 1));
        Assert.Equal(2, await Write(store, 1, 2));
        Assert.Equal((2, (byte)2), await Read(store));
        Assert.Equal(3, await Ask(store, "ClearStorageKey", Key(2)));
        Assert.Equal((3, (byte?)null), await Read(store));
        Assert.Equal(4, await Write(store, 3, 4));
        Assert.Equal(5, await Ask(store, "DeleteStorageKey", Key(4)));
        Assert.Null(await Read(store));
    }

    [Fact]
    public async Task An_old_version_comes_back_unchanged_and_nothing_is_written()
    {
        await using var store = await TestStore.Open(TestStore.Postgres);
        await Write(store, null, 1);
        await Write(store, 1, 2);

        Assert.Equal(1, await Write(store, 1, 9));
        Assert.Null(await Write(store, null, 9));
        Assert.Equal(7, await Write(store, 7, 9, "another"));
        Assert.Equal(1, await Ask(store, "ClearStorageKey", Key(1)));
        Assert.Equal(1, await Ask(store, "DeleteStorageKey", Key(1)));

        Assert.Equal((2, (byte)2), await Read(store));
        Assert.Null(await Read(store, "another"));
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        await using var store = await TestStore.Open(TestStore.Postgres);
        await Write(store, null, 1);

        await store.Restart();

        Assert.Equal((1, (byte)1), await Read(store));
    }

    private static Task<int?> Write(TestStore store, int? version, byte payload, string? extension = null) =>
        Ask(store, "WriteToStorageKey", [.. Key(version, extension), ("PayloadBinary", new[] { payload })]);

    private static async Task<(int Version, byte? Payload)?> Read(TestStore store, string? extension = null)
    {
        var rows = await Rows(store, "ReadFromStorageKey", Key(null, extension), r => (r.GetInt32(1), r.IsDBNull(0) ? null : (byte?)r.GetFieldValue<byte[]>(0)[0]));
        return rows.Count == 0 ? null : rows[0];
    }

    private static async Task<int?> Ask(TestStore store, string key, (string, object?)[] args) =>
        (await Rows(store, key, args, r => r.IsDBNull(0) ? null : (int?)r.GetInt32(0))).SingleOrDefault();

    private static (string, object?)[] Key(int? version, string? extension = null) =>
    [
        ("GrainIdHash", 5), ("GrainIdN0", 1L), ("GrainIdN1", 2L), ("GrainTypeHash", 6), ("GrainTypeString", "site"),
        ("GrainIdExtensionString", extension), ("ServiceId", "monitor"), ("GrainStateVersion", version),
    ];

    private static async Task<List<T>> Rows<T>(TestStore store, string key, (string Name, object? Value)[] args, Func<DbDataReader, T> row)
    {
        var text = (await store.Database.Read(new("SELECT QueryText FROM OrleansQuery WHERE QueryKey = $1", key), r => r.GetString(0), Cancel))[0];
        await using var connection = new NpgsqlConnection(store.Options.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in args)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            parameter.DbType = name is "GrainIdExtensionString" or "GrainTypeString" or "ServiceId" ? System.Data.DbType.String
                : name is "PayloadBinary" ? System.Data.DbType.Binary
                : name is "GrainIdN0" or "GrainIdN1" ? System.Data.DbType.Int64 : System.Data.DbType.Int32;
            command.Parameters.Add(parameter);
        }

        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        do
        {
            while (await reader.ReadAsync(Cancel))
            {
                rows.Add(row(reader));
            }
        }
        while (await reader.NextResultAsync(Cancel));
        return rows;
    }
}
