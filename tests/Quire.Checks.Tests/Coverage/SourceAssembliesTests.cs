using Quire.Checks.Coverage;

namespace Quire.Checks.Tests.Coverage;

public sealed class SourceAssembliesTests
{
    [Fact]
    public void The_kernel_owes_ninety_percent_and_everything_else_eighty()
    {
        var root = Directory.CreateTempSubdirectory("quire-checks-");
        try
        {
            Write(root, "src/kernel/Quire.A/Quire.A.csproj", "<Project />");
            Write(root, "src/kernel/Quire.A/Deep/One.cs", "");
            Write(root, "src/hosts/Quire.B/Quire.B.csproj", "<Project><PropertyGroup><AssemblyName>b</AssemblyName></PropertyGroup></Project>");

            SourceAssemblies.Find(root.FullName).ShouldBe([
                new SourceAssembly("Quire.A", 90, HasSource: true),
                new SourceAssembly("b", 80, HasSource: false),
            ]);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static void Write(DirectoryInfo root, string path, string text)
    {
        var file = Path.Combine(root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
