using System.Text;
using Quire.Versioning.Objects;

namespace Quire.Versioning.Commits;

/// <summary>A commit, read from its raw bytes, which are kept: signatures, unknown headers and encodings survive.</summary>
public sealed class Commit
{
    private Commit(GitObject raw, ObjectId tree, IReadOnlyList<ObjectId> parents, Signature author, Signature committer, string message, IReadOnlyList<ObjectHeader> headers)
    {
        Raw = raw;
        Tree = tree;
        Parents = parents;
        Author = author;
        Committer = committer;
        Message = message;
        Headers = headers;
    }

    /// <summary>The identity.</summary>
    public ObjectId Id => Raw.Id;

    /// <summary>The object as it is stored.</summary>
    public GitObject Raw { get; }

    /// <summary>The root tree.</summary>
    public ObjectId Tree { get; }

    /// <summary>The parents, the first one first; none for a root commit.</summary>
    public IReadOnlyList<ObjectId> Parents { get; }

    /// <summary>Who wrote the change.</summary>
    public Signature Author { get; }

    /// <summary>Who made the commit.</summary>
    public Signature Committer { get; }

    /// <summary>The message, decoded as its <c>encoding</c> header says (UTF-8 and Latin-1; anything else reads as Latin-1 where it is no UTF-8).</summary>
    public string Message { get; }

    /// <summary>All headers in order, the well-known ones too.</summary>
    public IReadOnlyList<ObjectHeader> Headers { get; }

    /// <summary>The first line of the message; further lines up to the first empty one are joined with spaces, as git does.</summary>
    public string Subject
    {
        get
        {
            var text = Message.TrimStart('\n', '\r', ' ', '\t');
            var lines = text.Split('\n').Select(l => l.TrimEnd()).TakeWhile(l => l.Length > 0);
            return string.Join(' ', lines);
        }
    }

    /// <summary>Reads a commit.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.WrongKind"/> or <see cref="VersioningCodes.BadCommit"/>.</exception>
    public static Commit Parse(GitObject raw)
    {
        if (raw.Kind != ObjectKind.Commit)
            throw new VersioningException(VersioningCodes.WrongKind, $"Object {raw.Id} is a {raw.Kind.Name()}, not a commit.") { Subject = raw.Id.ToString() };
        var headers = HeaderReader.Read(raw, out var message);
        if (headers.Count == 0 || headers[0].Key != "tree" || !ObjectId.TryParse(headers[0].Value, out var tree))
            throw HeaderReader.Bad(raw, "does not begin with its tree");
        var parents = ReadParents(raw, headers);
        var author = headers.FirstOrDefault(h => h.Key == "author").Value ?? throw HeaderReader.Bad(raw, "has no author");
        var committer = headers.FirstOrDefault(h => h.Key == "committer").Value ?? throw HeaderReader.Bad(raw, "has no committer");
        var encoding = headers.FirstOrDefault(h => h.Key == "encoding").Value;
        return new Commit(raw, tree, parents, Signature.Parse(author), Signature.Parse(committer), HeaderReader.Decode(message.Span, encoding), headers);
    }

    /// <summary>Makes a commit. The message is written as UTF-8 as it is; git's tools end it with a line feed.</summary>
    /// <param name="tree">The root tree.</param>
    /// <param name="parents">The parents, the first one first.</param>
    /// <param name="author">Who wrote the change.</param>
    /// <param name="committer">Who makes the commit.</param>
    /// <param name="message">The message, without NUL.</param>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.BadSignature"/>.</exception>
    public static Commit Create(ObjectId tree, IEnumerable<ObjectId> parents, Signature author, Signature committer, string message)
    {
        if (message.Contains('\0'))
            throw new VersioningException(VersioningCodes.BadSignature, "The message has a NUL, which a commit cannot carry.");
        var text = new StringBuilder();
        text.Append("tree ").Append(tree).Append('\n');
        foreach (var parent in parents)
            text.Append("parent ").Append(parent).Append('\n');
        text.Append("author ").Append(author.Format()).Append('\n');
        text.Append("committer ").Append(committer.Format()).Append("\n\n");
        text.Append(message);
        return Parse(new GitObject(ObjectKind.Commit, Encoding.UTF8.GetBytes(text.ToString())));
    }

    // Parents stand directly after the tree; a later one is an unknown header and does not count.
    private static List<ObjectId> ReadParents(GitObject raw, List<ObjectHeader> headers)
    {
        var parents = new List<ObjectId>(2);
        foreach (var header in headers.Skip(1).TakeWhile(h => h.Key == "parent"))
        {
            if (!ObjectId.TryParse(header.Value, out var parent))
                throw HeaderReader.Bad(raw, "has a parent that is no object id");
            parents.Add(parent);
        }
        return parents;
    }
}
