using Quire.Core.Errors;
using Quire.Versioning;
using Quire.Versioning.History;
using Quire.Versioning.Objects;

namespace Quire.Core.History;

/// <summary>Reads pages of the kernel's logs.</summary>
internal static class LogWalk
{
    /// <summary>A page; a cursor of another log is the caller's mistake.</summary>
    /// <exception cref="QuireException"><c>invalid_cursor</c>.</exception>
    public static Quire.Versioning.History.LogPage Page(CommitHistory history, ObjectId tip, LogQuery query)
    {
        try
        {
            return history.Log(tip, query);
        }
        catch (VersioningException error) when (error.Code == VersioningCodes.BadCursor || (query.Cursor is not null && error.Code is VersioningCodes.MissingObject or VersioningCodes.WrongKind))
        {
            throw BadCursor();
        }
    }

    /// <summary>The refusal of a cursor.</summary>
    public static QuireException BadCursor() =>
        new(ErrorKind.Invalid, "invalid_cursor", "The cursor is not one of this list, or the list has changed.", "Send what the page before said as next, or begin again without it.");
}
