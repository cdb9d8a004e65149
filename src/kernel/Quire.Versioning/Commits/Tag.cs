using System.Text;
using Quire.Versioning.Objects;

namespace Quire.Versioning.Commits;

/// <summary>An annotated tag, read from its raw bytes, which are kept.</summary>
public sealed class Tag
{
    private Tag(GitObject raw, ObjectId target, ObjectKind targetKind, string name, Signature? tagger, string message)
    {
        Raw = raw;
        Target = target;
        TargetKind = targetKind;
        Name = name;
        Tagger = tagger;
        Message = message;
    }

    /// <summary>The identity.</summary>
    public ObjectId Id => Raw.Id;

    /// <summary>The object as it is stored.</summary>
    public GitObject Raw { get; }

    /// <summary>What the tag points at.</summary>
    public ObjectId Target { get; }

    /// <summary>The kind of what the tag points at.</summary>
    public ObjectKind TargetKind { get; }

    /// <summary>The tag's name, without <c>refs/tags/</c>.</summary>
    public string Name { get; }

    /// <summary>Who made the tag; null in very old tags.</summary>
    public Signature? Tagger { get; }

    /// <summary>The message, a signature at its end included.</summary>
    public string Message { get; }

    /// <summary>Reads a tag.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.WrongKind"/> or <see cref="VersioningCodes.BadCommit"/>.</exception>
    public static Tag Parse(GitObject raw)
    {
        if (raw.Kind != ObjectKind.Tag)
            throw new VersioningException(VersioningCodes.WrongKind, $"Object {raw.Id} is a {raw.Kind.Name()}, not a tag.") { Subject = raw.Id.ToString() };
        var headers = HeaderReader.Read(raw, out var message);
        if (headers.Count < 3 || headers[0].Key != "object" || !ObjectId.TryParse(headers[0].Value, out var target))
            throw HeaderReader.Bad(raw, "does not begin with its object");
        if (headers[1].Key != "type" || !ObjectKinds.TryParse(headers[1].Value, out var kind))
            throw HeaderReader.Bad(raw, "does not say what kind of object it points at");
        if (headers[2].Key != "tag")
            throw HeaderReader.Bad(raw, "has no name");
        var tagger = headers.FirstOrDefault(h => h.Key == "tagger").Value is { } line ? Signature.Parse(line) : null;
        return new Tag(raw, target, kind, headers[2].Value, tagger, HeaderReader.Decode(message.Span, null));
    }

    /// <summary>Makes a tag.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.BadSignature"/>: a name or message that a tag cannot carry.</exception>
    public static Tag Create(ObjectId target, ObjectKind targetKind, string name, Signature tagger, string message)
    {
        if (name.Length == 0 || name.AsSpan().IndexOfAny("\n\0") >= 0 || message.Contains('\0'))
            throw new VersioningException(VersioningCodes.BadSignature, "A tag's name is one line and not empty, and its message has no NUL.");
        var text = $"object {target}\ntype {targetKind.Name()}\ntag {name}\ntagger {tagger.Format()}\n\n{message}";
        return Parse(new GitObject(ObjectKind.Tag, Encoding.UTF8.GetBytes(text)));
    }
}
