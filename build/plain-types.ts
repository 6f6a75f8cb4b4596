import ts from 'typescript';

/**
 * The declarations of all that a module exports, written out in full. Our sources infer most shapes from schemas; their own declarations
 * would send whoever uses the package to the library of those schemas. Comments stay; what is private, protected or `@internal` goes.
 */
export const plainTypes = (program: ts.Program, file: string): string => {
  const checker = program.getTypeChecker();
  const aliased = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const exported = checker
    .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)!)!)
    .map((symbol) => aliased(symbol));
  const names = new Map(exported.map((symbol) => [checker.getDeclaredTypeOfSymbol(symbol), symbol.name]));

  /** A type by its exported name, or else written out. */
  const write = (type: ts.Type): string => names.get(type) ?? writeOut(type);

  const writeOut = (type: ts.Type): string => {
    if (type.isUnion() && !(type.flags & ts.TypeFlags.Boolean)) {
      const something = checker.getNonNullableType(type);
      if (something === type) return type.types.map(write).join(' | ');
      const nothing = type.types.filter(({ flags }) => flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined));
      return [something, ...nothing].map(write).join(' | ');
    }
    if (isOurObject(type)) return `{\n${type.getProperties().map(property).join('')}}`;
    const [argument] = checker.getTypeArguments(type as ts.TypeReference);
    if (checker.isArrayType(type)) return `${type.symbol.name}<${write(argument!)}>`;
    return type.getSymbol()?.name === 'Promise'
      ? `Promise<${write(argument!)}>`
      : checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  };

  const isOurObject = (type: ts.Type): boolean =>
    (type.flags & ts.TypeFlags.Object) !== 0 &&
    type.getCallSignatures().length === 0 &&
    // A `Pick` is the default library's, but its shape is ours.
    (((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped) !== 0 ||
      (type.getSymbol()?.declarations ?? []).every(
        (each) => !program.isSourceFileDefaultLibrary(each.getSourceFile()),
      ));

  const comment = (symbol: ts.Symbol): string => {
    const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
    if (text === '') return '';
    return text.includes('\n') ? `/**\n * ${text.replaceAll('\n', '\n * ')}\n */\n` : `/** ${text} */\n`;
  };

  const property = (symbol: ts.Symbol): string => {
    const mark = symbol.flags & ts.SymbolFlags.Optional ? '?' : '';
    return `${comment(symbol)}readonly ${symbol.name}${mark}: ${write(checker.getTypeOfSymbol(symbol))};\n`;
  };

  const parameters = (nodes: readonly ts.ParameterDeclaration[]): string =>
    nodes
      .map((node) => {
        const name = ts.isIdentifier(node.name) ? node.name.text : 'options';
        return `${name}${checker.isOptionalParameter(node) ? '?' : ''}: ${write(checker.getTypeAtLocation(node))}`;
      })
      .join(', ');

  const member = (node: ts.ClassElement): string => {
    const flags = ts.getCombinedModifierFlags(node);
    const isStatic = (flags & ts.ModifierFlags.Static) !== 0;
    if (ts.isConstructorDeclaration(node)) return `constructor(${parameters(node.parameters)});\n`;
    const symbol = node.name && !ts.isPrivateIdentifier(node.name) ? checker.getSymbolAtLocation(node.name) : undefined;
    const isHidden = flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected);
    if (!symbol || isHidden || symbol.getJsDocTags(checker).some(({ name }) => name === 'internal')) return '';
    const type = checker.getTypeOfSymbol(symbol);
    const { name } = symbol;
    // The base class says what it overrides, but for the list of attributes: the types of the React wrapper are made of it.
    if (flags & ts.ModifierFlags.Override)
      return isStatic && isOurObject(type) ? `static ${name}: ${write(type)};\n` : '';
    if (ts.isMethodDeclaration(node)) {
      const answer = checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(node)!);
      return `${comment(symbol)}${name}(${parameters(node.parameters)}): ${write(answer)};\n`;
    }
    const modifiers = [isStatic && 'static ', flags & ts.ModifierFlags.Readonly && 'readonly ']
      .filter(Boolean)
      .join('');
    const accessor = ts.isGetAccessor(node) ? `get ${name}()` : `${modifiers}${name}`;
    return `${comment(symbol)}${accessor}: ${write(type)};\n`;
  };

  const imports = new Set<string>();
  const declaration = (symbol: ts.Symbol): string => {
    const node = symbol.declarations!.find(ts.isClassDeclaration);
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    if (!node) return `${comment(symbol)}export type ${symbol.name} = ${writeOut(type)};\n`;
    const base = node.heritageClauses!.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)!.types[0]!
      .expression;
    const from = checker.getSymbolAtLocation(base)!.declarations!.find(ts.isImportSpecifier);
    if (from)
      imports.add(`import { ${from.name.text} } from ${from.parent.parent.parent.moduleSpecifier.getText()};\n`);
    return `${comment(symbol)}export declare class ${symbol.name} extends ${base.getText()} {\n${node.members.map(member).join('')}}\n`;
  };

  const sources = new Set(exported.flatMap((symbol) => symbol.declarations!.map((node) => node.getSourceFile())));
  const globals = [...sources].flatMap(({ statements }) => statements.filter(isGlobal));
  const declarations = exported.map(declaration);
  return [...imports, ...declarations, ...globals.map((node) => `${node.getText()}\n`)].join('\n');
};

/** A `declare global { … }`. */
const isGlobal = (node: ts.Statement): boolean => (node.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
