namespace Quire.Architecture.Tests.Migrations;

public sealed class MigrationsRuleTests
{
    private const string Folder = "src/adapters/Quire.Storage/Migrations/";
    private static readonly string ListFile = RepositoryRoot.Combine("tests", "Quire.Architecture.Tests", "Approved", "migrations.txt");

    [Fact]
    public void Landed_migrations_are_never_edited()
    {
        var files = TrackedFiles.All.Where(path => path.StartsWith(Folder, StringComparison.Ordinal) && Path.GetFileName(path).Any(char.IsAsciiDigit))
            .ToDictionary(path => path[Folder.Length..], TrackedFiles.Read, StringComparer.Ordinal);
        if (Environment.GetEnvironmentVariable("QUIRE_APPROVE") == "1")
            File.WriteAllText(ListFile, MigrationsRule.Accept(File.ReadAllText(ListFile), files));

        MigrationsRule.Check(File.ReadAllText(ListFile), files).ShouldBeNone();
    }

    [Fact]
    public void An_accepted_list_is_fine_whatever_the_line_ends()
    {
        var list = MigrationsRule.Accept("", Files("CREATE TABLE a;\n"));

        MigrationsRule.Check(list, Files("CREATE TABLE a;\r\n")).ShouldBeEmpty();
    }

    [Fact]
    public void An_edited_migration_is_found_and_cannot_be_accepted_away()
    {
        var list = MigrationsRule.Accept("", Files("CREATE TABLE a;"));
        var edited = Files("CREATE TABLE b;");

        MigrationsRule.Check(list, edited).ShouldHaveSingleItem().ShouldContain("edited");
        MigrationsRule.Accept(list, edited).ShouldBe(list);
    }

    [Fact]
    public void A_migration_that_vanished_is_found() =>
        MigrationsRule.Check(MigrationsRule.Accept("", Files("x")), new Dictionary<string, string>()).ShouldHaveSingleItem().ShouldContain("gone");

    [Fact]
    public void A_new_migration_must_be_listed() => MigrationsRule.Check("", Files("x")).ShouldHaveSingleItem().ShouldContain("new");

    private static Dictionary<string, string> Files(string text) => new() { ["0001_start.sql"] = text };
}
