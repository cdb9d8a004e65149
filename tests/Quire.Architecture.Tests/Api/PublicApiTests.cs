using System.Reflection;

namespace Quire.Architecture.Tests.Api;

public sealed class PublicApiTests
{
    [Theory]
    [InlineData("Quire.Templating")]
    [InlineData("Quire.Prompts")]
    [InlineData("Quire.Composition")]
    [InlineData("Quire.Versioning")]
    [InlineData("Quire.Core")]
    [InlineData("Quire.AspNetCore")]
    public void The_public_api_is_the_approved_one(string assembly) => Approval.Check($"{assembly}.txt", PublicApi.Of(Assembly.Load(assembly)));

    [Fact]
    public void Types_and_members_are_written_as_csharp_writes_them() =>
        PublicApi.Of([typeof(Sample), typeof(ISample), typeof(Colour), typeof(Handler), typeof(SampleExtensions)]).Split('\n').ShouldBe("""
            namespace Quire.Architecture.Tests.Api

              enum PublicApiTests.Colour
                Blue = 2
                Red = 1

              delegate bool PublicApiTests.Handler(string? text)

              interface PublicApiTests.ISample : IDisposable
                string Name { get; }

              sealed record class PublicApiTests.Sample : IEquatable<PublicApiTests.Sample>
                IReadOnlyList<string?> Items { get; init; }
                bool TryFind<T>(string name, out T found, int depth = 3)
                const int Limit = 7
                int? Number { get; init; }
                new(int? Number)
                override string ToString()
                required string? Note { get; init; }

              static class SampleExtensions
                static int Twice(this string text, params int[] rest)

            """.ReplaceLineEndings("\n").Split('\n'));

    [Fact]
    public void A_removed_and_an_added_member_are_both_named() =>
        Approval.Differences("class A\n    int X\n    int Y\n", "class A\n    int Y\n    int Z\n").ShouldBe(["-     int X", "+     int Z"]);

    [Fact]
    public void A_member_that_moves_to_another_type_is_a_difference() =>
        Approval.Differences("class A\n    int X\nclass B\n", "class A\nclass B\n    int X\n").Count.ShouldBe(2);

    [Fact]
    public void Equal_texts_have_no_differences_whatever_their_line_ends() => Approval.Differences("a\r\nb\r\n", "a\nb\n").ShouldBeEmpty();

    public enum Colour
    {
        Red = 1,
        Blue = 2,
    }

    public delegate bool Handler(string? text);

    public interface ISample : IDisposable
    {
        string Name { get; }
    }

    public sealed record Sample(int? Number)
    {
        public const int Limit = 7;

        public required string? Note { get; init; }

        public IReadOnlyList<string?> Items { get; init; } = [];

        internal string Hidden { get; init; } = "";

        public bool TryFind<T>(string name, out T? found, int depth = 3)
        {
            found = default;
            return name.Length > depth + Items.Count;
        }

        public override string ToString() => Hidden;
    }
}
