using Quire.Core.Errors;
using Quire.Testing;
using Xunit.Sdk;

namespace Quire.Storage.Tests.DataFolders;

public sealed class DataFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Data => _folder.Combine("a", "b");

    [Fact]
    public void A_second_opener_is_refused_naming_the_folder_and_the_holder()
    {
        using var first = DataFolder.Open(Data);
        first.Announce("http://127.0.0.1:5171", "secret");

        var error = Should.Throw<QuireException>(() => DataFolder.Open(Data)).Error;

        error.Code.ShouldBe(StoreCodes.Locked);
        error.Message.ShouldContain(Data);
        error.Facts["folder"].ShouldBe(Data);
        error.Facts["pid"].ShouldBe($"{Environment.ProcessId}");
        error.Facts["address"].ShouldBe("http://127.0.0.1:5171");
        $"{error.Message} {error.Hint} {string.Join(' ', error.Facts.Values)}".ShouldNotContain("secret");
    }

    [Fact]
    public void The_holder_is_known_while_it_holds()
    {
        DataFolder.TryReadHolder(Data).ShouldBeNull();
        var folder = DataFolder.Open(Data);

        DataFolder.TryReadHolder(Data).ShouldBe(new DataFolderHolder(Environment.ProcessId, null, null));
        folder.Announce("http://127.0.0.1:1", "secret");
        var holder = DataFolder.TryReadHolder(Data);
        holder.ShouldBe(new DataFolderHolder(Environment.ProcessId, "http://127.0.0.1:1", "secret"));
        holder!.ToString().ShouldNotContain("secret");

        folder.Dispose();
        folder.Dispose();
        DataFolder.TryReadHolder(Data).ShouldBeNull();
        DataFolder.Open(Data).Dispose();
    }

    [Fact]
    public void A_name_that_a_killed_process_left_behind_counts_for_nothing()
    {
        DataFolder.Open(Data).Dispose();
        File.WriteAllText(Path.Combine(Data, "quire.holder.json"), """{"processId":1,"address":"http://127.0.0.1:1","key":"k"}""");

        DataFolder.TryReadHolder(Data).ShouldBeNull();
        using var folder = DataFolder.Open(Data);
        DataFolder.TryReadHolder(Data)!.Address.ShouldBeNull();
    }

    [Fact]
    public void A_holders_file_that_cannot_be_read_hides_only_the_name()
    {
        using var folder = DataFolder.Open(Data);
        File.WriteAllText(Path.Combine(Data, "quire.holder.json"), "{ not json");

        DataFolder.TryReadHolder(Data).ShouldBeNull();
        Should.Throw<QuireException>(() => DataFolder.Open(Data)).Error.Message.ShouldContain("another process");
    }

    [Fact]
    public void A_place_where_no_folder_can_be_is_refused()
    {
        var file = _folder.Write("file", "x");

        Should.Throw<QuireException>(() => DataFolder.Open(file)).Error.Code.ShouldBe(StoreCodes.BadLocation);
        Should.Throw<QuireException>(() => DataFolder.Open(Path.Combine(file, "below"))).Error.Code.ShouldBe(StoreCodes.BadLocation);
    }

    [Fact]
    public void The_files_are_for_their_owner_alone()
    {
        if (OperatingSystem.IsWindows())
            throw SkipException.ForSkip("Windows has no file modes.");
        using var folder = DataFolder.Open(Data);
        folder.Announce("http://127.0.0.1:1", "secret");

        foreach (var file in Directory.GetFiles(Data))
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
    }

    public void Dispose() => _folder.Dispose();
}
