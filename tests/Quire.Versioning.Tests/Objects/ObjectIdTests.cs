using System.Text;
using Quire.Versioning.Objects;
using Quire.Versioning.Tests.Support;

namespace Quire.Versioning.Tests.Objects;

public sealed class ObjectIdTests
{
    private const string Hex = "0123456789abcdef0123456789ABCDEF01234567";

    [Fact]
    public void An_id_is_read_from_and_written_as_hexadecimal_and_bytes()
    {
        var id = ObjectId.Parse(Hex);

        id.ToString().ShouldBe(Hex.ToLowerInvariant());
        id.Short().ShouldBe("0123456");
        ObjectId.FromBytes(id.ToByteArray()).ShouldBe(id);
        ObjectId.TryParse(Encoding.ASCII.GetBytes(Hex), out var again).ShouldBeTrue();
        again.ShouldBe(id);
        again.GetHashCode().ShouldBe(id.GetHashCode());
        id.Equals((object)again).ShouldBeTrue();
        id.Equals("x").ShouldBeFalse();
        ObjectId.Zero.IsZero.ShouldBeTrue();
        id.IsZero.ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("012345")]
    [InlineData("0123456789abcdef0123456789abcdef0123456g")]
    [InlineData("0123456789abcdef0123456789abcdef012345678")]
    [InlineData("0123456789abcdef0123456789abcdef0123456é")]
    public void Anything_else_is_no_id(string text)
    {
        ObjectId.TryParse(text, out _).ShouldBeFalse();
        ObjectId.TryParse(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();
        Should.Throw<VersioningException>(() => ObjectId.Parse(text)).Code.ShouldBe(VersioningCodes.BadObjectId);
    }

    [Fact]
    public void Bytes_of_another_length_are_refused()
    {
        Should.Throw<VersioningException>(() => ObjectId.FromBytes(new byte[19])).Code.ShouldBe(VersioningCodes.BadObjectId);
        Should.Throw<ArgumentException>(() => ObjectId.Zero.CopyTo(new byte[19]));
    }

    [Fact]
    public void Ids_are_ordered_by_their_bytes()
    {
        var random = new Random(3);
        var ids = Enumerable.Range(0, 300).Select(i =>
        {
            var bytes = new byte[20];
            random.NextBytes(bytes.AsSpan(i % 3 * 8));
            return ObjectId.FromBytes(bytes);
        }).ToList();

        ids.Order().Select(i => i.ToString()).ShouldBe(ids.Select(i => i.ToString()).Order(StringComparer.Ordinal));
        var (low, high) = (ObjectId.Zero, ObjectId.EmptyTree);
        (low < high && high > low && low <= high && high >= low && low != high && !(low == high)).ShouldBeTrue();
    }

    [Fact]
    public void Ids_are_those_of_git_hash_object_for_any_bytes()
    {
        using var repo = new GitRepo();
        var random = new Random(17);
        var folder = Directory.CreateDirectory(Path.Combine(repo.Folder, "files")).FullName;
        var expected = new List<string>();
        for (var i = 0; i < 200; i++)
        {
            var content = new byte[random.Next(i * 50 + 1)];
            random.NextBytes(content);
            File.WriteAllBytes(Path.Combine(folder, $"{i}"), content);
            expected.Add(ObjectHash.OfBlob(content).ToString());
        }
        var paths = string.Concat(Enumerable.Range(0, 200).Select(i => Path.Combine(folder, $"{i}") + "\n"));

        repo.GitText(paths, "hash-object", "--no-filters", "--stdin-paths").Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(expected);
        ObjectHash.OfBlob([]).ShouldBe(ObjectId.EmptyBlob);
        ObjectHash.Of(ObjectKind.Tree, []).ShouldBe(ObjectId.EmptyTree);
    }

    [Fact]
    public void Every_object_of_a_real_history_keeps_its_id_when_it_is_hashed_again()
    {
        using var repo = GitRepo.OfBundle();
        repo.Load().All.ShouldAllBe(o => ObjectHash.Of(o.Kind, o.Body.ToArray()) == o.Id);
    }
}
