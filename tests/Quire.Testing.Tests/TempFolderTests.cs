namespace Quire.Testing.Tests;

public sealed class TempFolderTests
{
    [Fact]
    public void Everything_goes_with_the_folder_write_protected_files_too()
    {
        var folder = new TempFolder();
        var file = folder.Write("a/b.txt", "text");
        new FileInfo(file).IsReadOnly = true;

        folder.Dispose();

        Directory.Exists(folder.Path).ShouldBeFalse();
    }
}
