using Microsoft.Data.Sqlite;
using Quire.Core.Errors;
using Quire.Storage.Sessions;
using Quire.Storage.Sqlite;
using Quire.Storage.Tests.Support;
using Quire.Testing;
using Quire.Versioning.Objects;
using Xunit.Sdk;

namespace Quire.Storage.Tests.Sqlite;

public sealed class SqliteFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string DatabaseFile => _folder.Combine("data", DataFolder.DatabaseFile);

    [Fact]
    public async Task What_was_written_is_there_after_opening_again()
    {
        await using (var first = Open())
            await Scene.Make(first, "main");

        await using var second = Open();
        (await second.Read(session => session.Organisations.Find("main"), Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_files_are_for_their_owner_alone()
    {
        if (OperatingSystem.IsWindows())
            throw SkipException.ForSkip("Windows has no file modes.");
        await using var store = Open();
        await Scene.Make(store, "main");

        foreach (var file in Directory.GetFiles(_folder.Combine("data")))
            ((File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) == UnixFileMode.None).ShouldBeTrue(file);
        File.GetUnixFileMode(_folder.Combine("data")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task Closing_leaves_one_file_without_a_log()
    {
        await using (var store = Open())
        {
            await Scene.Make(store, "main");
            await store.Read(session => session.Organisations.List(), Token);
        }

        Directory.GetFiles(_folder.Combine("data")).Select(Path.GetFileName).ShouldBe(["quire.db", "quire.lock"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_writer_syncs_every_commit_and_readers_can_neither_write_nor_checkpoint()
    {
        await using var store = Open();

        (await store.Write(session => Pragmas(session, "journal_mode", "synchronous", "foreign_keys", "wal_autocheckpoint"), Token)).ShouldBe(["wal", "2", "1", "1000"]);
        (await store.Read(session => Pragmas(session, "journal_mode", "query_only", "wal_autocheckpoint", "mmap_size"), Token)).ShouldBe(["wal", "1", "0", "0"]);
    }

    [Fact]
    public async Task A_full_disk_refuses_writes_keeps_reads_and_needs_no_restart()
    {
        await using var store = Open();
        var scene = await Scene.Make(store, "main");
        var pages = await store.Write(session => ((SqlSession)session).Db.Find<long>("PRAGMA page_count"), Token);
        await store.Write(session => ((SqlSession)session).Db.Find<long>($"PRAGMA max_page_count = {pages + 20}"), Token);

        var error = await Should.ThrowAsync<QuireException>(() => store.Write(session => Fill(session, scene, 400), Token));
        error.Error.Code.ShouldBe(StoreCodes.Full);
        error.Error.Kind.ShouldBe(ErrorKind.Unavailable);
        error.Error.Hint.ShouldNotBeNull();

        (await scene.Read(session => session.Organisations.Find("main"))).ShouldBe(scene.Organisation);
        (await scene.Read(session => session.Objects.List(scene.ProjectId, null, 10))).ShouldBeEmpty();
        // The writer's connection was opened anew, and with it the limit is gone: space was freed.
        await store.Write(session => Fill(session, scene, 400), Token);
        (await store.CheckIntegrity(Token)).ShouldBeEmpty();
    }

    [Fact]
    public void Something_else_under_the_databases_name_is_refused_and_the_folder_is_let_go()
    {
        Directory.CreateDirectory(_folder.Combine("data"));
        File.WriteAllText(DatabaseFile, string.Concat(Enumerable.Repeat("this is no database ", 500)));

        Should.Throw<QuireException>(Open).Error.Code.ShouldBe(StoreCodes.Damaged);
        DataFolder.TryReadHolder(_folder.Combine("data")).ShouldBeNull();
        DataFolder.Open(_folder.Combine("data")).Dispose();
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_the_folder_is_let_go()
    {
        await using (var store = Open())
            await store.Write(session => ((SqlSession)session).Db.Execute("INSERT INTO schema_migrations (number, name, hash, applied_at) VALUES (9999, 'later', 'x', 0)"), Token);

        Should.Throw<QuireException>(Open).Error.Code.ShouldBe(StoreCodes.SchemaNewer);

        DataFolder.Open(_folder.Combine("data")).Dispose();
    }

    [Fact]
    public async Task Damage_in_the_file_is_found()
    {
        await using (var store = Open())
        {
            var scene = await Scene.Make(store, "main");
            await store.Write(session => Fill(session, scene, 200), Token);
        }
        using (var file = new FileStream(DatabaseFile, FileMode.Open))
        {
            file.Seek(-file.Length / 4, SeekOrigin.End);
            file.Write(new byte[20_000]);
        }

        await using var damaged = Open();
        (await damaged.CheckIntegrity(Token)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_row_that_refers_to_nothing_is_found()
    {
        await using (var store = Open())
            await Scene.Make(store, "main");
        using (var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False;Foreign Keys=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM organisations";
            command.ExecuteNonQuery();
        }

        await using var damaged = Open();
        (await damaged.CheckIntegrity(Token)).ShouldBe(["Row 1 of projects refers to a row of organisations that is missing."]);
    }

    public void Dispose() => _folder.Dispose();

    private SqliteStore Open() => SqliteStore.Open(DataFolder.Open(_folder.Combine("data")), TimeProvider.System);

    private static int Fill(Core.Stores.ISession session, Scene scene, int count)
    {
        session.Objects.Add(scene.ProjectId, [.. Enumerable.Range(0, count).Select(number => new StagedObject(GitObject.Blob(Noise(number)), null))]);
        return count;
    }

    private static byte[] Noise(int seed)
    {
        var bytes = new byte[1000];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static List<string> Pragmas(Core.Stores.ISession session, params string[] names) =>
        [.. names.Select(name => ((SqlSession)session).Db.Find<string>($"PRAGMA {name}")!)];
}
