namespace Quire.Architecture.Tests.Sources;

public sealed class OneTypePerFileRuleTests
{
    [Fact]
    public void Every_file_declares_one_type_and_is_called_by_its_name() =>
        SourceFiles().SelectMany(path => OneTypePerFileRule.Check(path, TrackedFiles.Read(path))).ShouldBeNone();

    [Fact]
    public void The_scan_sees_files() => SourceFiles().Count().ShouldBeGreaterThan(20);

    [Theory]
    [InlineData("namespace N;\npublic sealed class A;\npublic enum B { C }", "A, B")]
    [InlineData("namespace N { class A { } class B { } }", "A, B")]
    [InlineData("class A { }\ndelegate int B<T>(T t);", "A, B")]
    [InlineData("record struct A(int X);\ninterface IB;", "A, IB")]
    public void Two_types_in_a_file_are_found(string text, string names) =>
        OneTypePerFileRule.Check("src/A.cs", text).ShouldHaveSingleItem().ShouldContain($"declares {names}:");

    [Theory]
    [InlineData("namespace N;\npublic sealed class A { sealed class Nested; enum E { } }")]
    [InlineData("class A<T> where T : class { }")]
    [InlineData("class A<T, U> where T : U where U : class, new() { }")]
    [InlineData("/* class B */ // class C\nclass A { string s = \"} class D\"; }")]
    [InlineData("class A { string s = $\"{(true ? \"}\" : \"{\")}\"; char c = '}'; char q = '\\''; }")]
    [InlineData("class A { string s = @\"\"\" } class D\"; }")]
    [InlineData("class A { string s = \"\"\"\n } class B { \"\"\"; }")]
    [InlineData("#if X } class\n#endif\nclass A { }")]
    [InlineData("[Note(typeof(class))]\nrecord class A(int X) { }")]
    [InlineData("delegate Task<int> A(int x);")]
    [InlineData("delegate Task<int> A<T>(T x);")]
    [InlineData("partial class A { }\npartial class A { }")]
    [InlineData("return 0;")]
    public void One_type_in_a_file_is_fine(string text) => OneTypePerFileRule.Check("src/A.cs", text).ShouldBeEmpty();

    [Fact]
    public void A_file_with_another_name_is_found() =>
        OneTypePerFileRule.Check("src/B.cs", "class A;").ShouldHaveSingleItem().ShouldContain("called by its type");

    [Theory]
    [InlineData("src/A.Parts.cs", "partial class A;")]
    [InlineData("src/AOfT.cs", "class A<T>;")]
    public void A_part_and_a_generic_sibling_have_names_of_their_own(string path, string text) =>
        OneTypePerFileRule.Check(path, text).ShouldBeEmpty();

    private static IEnumerable<string> SourceFiles() => TrackedFiles.Own.Where(path =>
        path.EndsWith(".cs", StringComparison.Ordinal)
        && (path.StartsWith("src/", StringComparison.Ordinal) || path.StartsWith("eng/", StringComparison.Ordinal)
            || path.StartsWith("tests/Quire.Testing/", StringComparison.Ordinal)));
}
