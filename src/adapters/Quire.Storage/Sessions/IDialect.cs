using System.Data.Common;
using Quire.Storage.Search;

namespace Quire.Storage.Sessions;

/// <summary>What differs between the databases. Everything else is one set of SQL.</summary>
internal interface IDialect
{
    /// <summary>How many rows one statement carries: one where a statement costs nothing, many where it costs a round trip.</summary>
    int RowsPerStatement { get; }

    /// <summary>How words are indexed and looked for.</summary>
    ISearchWords SearchWords { get; }

    /// <summary>Takes the next number of organisation <c>@id</c>. Where other processes may listen, it tells them when the transaction is committed.</summary>
    string TakeNumber { get; }

    /// <summary>The condition that a column is among the values of a list parameter.</summary>
    string In(string column, string parameter);

    /// <summary>The value of a list parameter.</summary>
    object List(IEnumerable<long> values);

    /// <summary>The value of a list parameter.</summary>
    object List(IEnumerable<string> values);

    /// <summary>Replaces the tokens of a migration by this database's words.</summary>
    string Expand(string script);

    /// <summary>The error that callers see for an error of the driver.</summary>
    Exception Translate(DbException error);
}
