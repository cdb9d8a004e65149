using System.Data.Common;

namespace Quire.Storage.Sessions;

/// <summary>Gives out commands for texts that run often. What is given out is used and let go before the same text is asked for again.</summary>
internal interface IStatements
{
    /// <summary>A command of that text; its parameters are those of its last use.</summary>
    DbCommand Get(string sql);

    /// <summary>Takes a command back.</summary>
    void Return(DbCommand command);
}
