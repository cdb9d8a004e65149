namespace Quire.AspNetCore.Imports;

/// <summary>How far an import is; the data of the event <c>progress</c>.</summary>
/// <param name="Phase"><c>fetching</c>, <c>checking</c> or <c>writing</c>.</param>
/// <param name="Done">How many items are done with.</param>
/// <param name="Total">How many there are; 0 where that is not known yet.</param>
internal sealed record ImportProgressEvent(string Phase, int Done, int Total);
