export const noBarrels = [
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' },
];

export const onlyNamedExports = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only; default is for what Taro asks for.' },
];

const given = 'Time and ids arrive in domain/ as arguments.';

export const domainPurity = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: given },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: given },
  { selector: "CallExpression[callee.name='Date']", message: given },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: given },
  { selector: "MemberExpression[object.name='crypto']", message: given },
];
