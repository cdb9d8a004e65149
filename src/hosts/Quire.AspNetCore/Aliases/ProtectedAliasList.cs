namespace Quire.AspNetCore.Aliases;

/// <summary>Which aliases of a project are protected.</summary>
/// <param name="Items">Names, and patterns in which <c>*</c> stands for any characters.</param>
internal sealed record ProtectedAliasList(IReadOnlyList<string> Items);
