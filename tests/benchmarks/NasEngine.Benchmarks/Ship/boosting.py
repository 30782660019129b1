"""Writes a data set of scikit-learn as a table with a part for each row, and prints the test accuracy of gradient boosting on it."""
import csv
import sys

import sklearn.datasets
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import train_test_split

name, seed, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
x, y = getattr(sklearn.datasets, f"load_{name}")(return_X_y=True)
train, test = train_test_split(range(len(y)), test_size=0.25, random_state=seed, stratify=y)
x = x[:, x[train].min(axis=0) < x[train].max(axis=0)]  # a column of one value says nothing
with open(path, "w", newline="") as file:
    rows = csv.writer(file)
    rows.writerow([f"x{i}" for i in range(x.shape[1])] + ["target", "part"])
    for part, numbers in (("train", train), ("test", test)):
        for i in numbers:
            rows.writerow([repr(float(value)) for value in x[i]] + [f"c{y[i]}", part])
model = HistGradientBoostingClassifier(random_state=seed).fit(x[train], y[train])
print(f"{x.shape[1]} {y.max() + 1} {model.score(x[test], y[test])}")
