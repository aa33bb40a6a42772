namespace Monitor.Silo.Store.Engines;

/// <summary>One statement with its arguments. Both engines read <c>$1</c>, <c>$2</c>, … so one text serves both.</summary>
internal readonly record struct Statement(string Sql, params object?[] Args);
